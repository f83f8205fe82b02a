import assert from 'node:assert/strict';
import test from 'node:test';
import { reachable, readImportGraph } from './import-graph.js';

/** From the top down. A module imports from its own folder and from rows below its own, never sideways or up. */
const LAYERS = [
  ['entry'],
  ['element'],
  ['overlay', 'product', 'shelf', 'cart-view', 'live', 'call', 'feed', 'studio', 'dashboard'],
  ['adapters'],
  ['player', 'cart', 'beacon'],
  ['timeline', 'schema', 'events', 'host', 'i18n', 'themes', 'experiment'],
  ['shared'],
  ['errors'],
];

/** What runs in Node or on the edge has its own rows, and of the browser's only what both need. */
const SERVER_MAY: Record<string, readonly string[]> = {
  cli: ['cli', 'server', 'simulate', 'tools', 'errors'],
  // a player's words in the server's doors
  simulate: ['simulate', 'server', 'insights', 'beacon', 'experiment', 'schema', 'shared', 'errors'],
  tools: ['tools', 'player', 'timeline', 'experiment', 'schema', 'host', 'i18n', 'shared', 'errors'],
  server: ['server', 'insights', 'schema', 'shared', 'errors'],
  insights: ['insights', 'schema', 'shared', 'errors'],
};

/** The folder of a module below `src`; those that stand in `src` itself are entries, but for the errors. */
function partOf(file: string): string {
  const [, folder, ...rest] = file.split('/');
  if (rest.length) return folder!;
  return folder === 'errors.ts' ? 'errors' : 'entry';
}

const rowOf = (part: string) => LAYERS.findIndex((row) => row.includes(part));

const graph = readImportGraph();
const own = [...graph].flatMap(([from, imports]) =>
  imports.flatMap(({ to, dynamic }) => (to.startsWith('src/') ? [{ from, to, dynamic }] : [])),
);
const entries = [...graph.keys()].filter((file) => partOf(file) === 'entry');
const inBrowser = reachable(graph, entries);

const none = (found: readonly string[], rule: string) => assert.deepEqual(found, [], rule);

test('the graph is there', () => {
  assert.ok(graph.size > 50, `only ${graph.size} modules were found`);
  assert.ok(entries.includes('src/index.ts') && entries.includes('src/loader.ts'));
  assert.ok(inBrowser.has('src/element/playback.ts'), 'dynamic imports are followed');
});

test('every folder has its layer, and every import of a file finds it', () => {
  const parts = new Set([...graph.keys()].map(partOf));
  none(
    [...parts].filter((part) => rowOf(part) < 0 && !(part in SERVER_MAY)),
    'folders without a layer',
  );
  none(
    own.filter(({ to }) => !graph.has(to)).map(({ from, to }) => `${from} -> ${to}`),
    'imports of nothing',
  );
});

test('imports point down', () => {
  const wrong = own.filter(({ from, to }) => {
    const [a, b] = [partOf(from), partOf(to)];
    if (a in SERVER_MAY) return !SERVER_MAY[a]!.includes(b);
    return a !== b && !(rowOf(b) > rowOf(a));
  });
  none(
    wrong.map(({ from, to }) => `${from} -> ${to}`),
    'imports that point up or sideways',
  );
});

test('what has no screen draws nothing: no Lit below the elements, but for its types', () => {
  const HEADLESS = ['player', 'cart', 'beacon', 'adapters', 'timeline', 'schema', 'events', 'experiment'];
  const drawing = [...graph].filter(
    ([file, imports]) =>
      HEADLESS.includes(partOf(file)) && imports.some(({ to }) => to === 'lit' || to.startsWith('lit/')),
  );
  none(
    drawing.map(([file]) => file),
    'Lit in a headless part',
  );
});

test('nothing of the server can be reached from a browser entry', () => {
  const NODE = /^(node:|hono|@hono|@duckdb|@clickhouse|isbot)|^src\/(server|insights|cli|tools|simulate)\//;
  none(
    [...inBrowser].filter((file) => NODE.test(file)),
    'the server in the browser',
  );
});

test('the fallback needs nothing of Node, and a command nothing before it is asked for', () => {
  const files = [...reachable(graph, ['src/tools/fallback/index.ts'])];
  assert.ok(files.includes('src/schema/parse-manifest.ts'));
  none(
    files.filter((file) => !/^(src\/|zod)/.test(file)),
    'packages of the fallback',
  );
  const atOnce = [...reachable(graph, ['src/cli/main.ts'], ({ dynamic }) => !dynamic)];
  none(
    atOnce.filter((file) => !/^(src\/cli\/|node:)/.test(file)),
    'what every command loads',
  );
});

test('hls.js, the parser and the card come only when they are asked for', () => {
  const lazy = (from: string, to: string) =>
    /^hls\.js/.test(to) ||
    (/^src\/schema\//.test(to) && partOf(from) !== 'schema') ||
    (/^zod/.test(to) && partOf(from) !== 'schema') ||
    (to === 'src/product/card.ts' && partOf(from) !== 'product');
  const eager = [...inBrowser].flatMap((from) =>
    (graph.get(from) ?? []).flatMap(({ to, dynamic }) => (!dynamic && lazy(from, to) ? [`${from} -> ${to}`] : [])),
  );
  none(eager, 'static imports of what must be lazy');
  for (const wanted of ['src/schema/check-manifest.ts', 'src/product/card.ts', 'src/player/engines/hls.ts'])
    assert.ok(inBrowser.has(wanted), `${wanted} can be reached at all`);
});
