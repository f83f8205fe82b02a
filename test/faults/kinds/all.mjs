import { browser } from './browser.mjs';
import { inEveryEngine } from './engines.mjs';
import { http, poison } from './http.mjs';
import { restarts, surviveRestart } from './restart.mjs';
import { kinds as server, surviveServer } from './server.mjs';
import { storage } from './storage.mjs';
import { survive } from './survive.mjs';
import { transport } from './transport.mjs';

const group = (name, kinds, run = survive, engine = 'chromium') =>
  kinds.map((kind) => ({ ...kind, name: `${name}: ${kind.name}`, run: (lab) => run(lab, kind), engine }));

/** Every kind of fault, with how it is run and in which engine. */
export const KINDS = [
  ...group('transport', transport),
  ...group('http', [...http, ...poison]),
  ...group('browser', browser),
  ...group('storage', storage),
  ...group('browser', restarts, surviveRestart),
  ...group('server', server, surviveServer),
  ...group('firefox', inEveryEngine, survive, 'firefox'),
  ...group('webkit', inEveryEngine, survive, 'webkit'),
];
