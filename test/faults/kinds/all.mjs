import { browser } from './browser.mjs';
import { inEveryEngine } from './engines.mjs';
import { http, poison } from './http.mjs';
import { restarts, surviveRestart } from './restart.mjs';
import { kinds as server, surviveServer } from './server.mjs';
import { storage } from './storage.mjs';
import { survive } from './survive.mjs';
import { transport } from './transport.mjs';

/** In `npm test`: quick ones of each group, whatever the engine. */
const SHORT = new Set([
  ...[
    'acknowledgement lost after commit',
    'reset mid body',
    'replay',
    'redirect 307',
    '503, Retry-After',
    '429, seconds',
  ],
  ...['captive portal: 200 HTML', 'missing CORS', '413 until it is split', '400 for one bad event', 'offline flip'],
  ...['bfcache', 'renderer crash', '2 tabs', 'storage denied', 'storage full', 'kept over a reload'],
  ...['kill −9 of the browser', 'kill −9 of the collector', 'ENOSPC', 'torn journal tail', 'database corrupt'],
]);

const group = (name, kinds, run = survive, engine = 'chromium') =>
  kinds.map((kind) => ({
    ...kind,
    name: `${name}: ${kind.name}`,
    short: SHORT.has(kind.name),
    run: (lab) => run(lab, kind),
    engine,
  }));

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
