import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

/** Imports a module in a Node of its own. @returns the globals that it left behind, and the names that it exports */
function importInNode(file: string): { left: string[]; names: string[] } {
  const script = `
    const before = new Set(Reflect.ownKeys(globalThis));
    const module = await import(${JSON.stringify(pathToFileURL(file).href)});
    const left = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
    console.log(JSON.stringify({ left, names: Object.keys(module) }));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
}

// A page that is rendered on a server imports them too.
for (const [file, wanted] of [
  ['dist/shoppable-video.js', ['ShoppableVideo']],
  ['dist/loader.js', []],
  ['dist/shelf.js', ['ShoppableShelf']],
  ['dist/cart.js', ['ShoppableCart']],
  ['dist/insights.js', ['ShoppableInsights']],
  ['dist/purchase.js', ['purchase', 'checkoutStep']],
] as const) {
  test(`${file} can be imported where there is no page`, () => {
    const found = importInNode(file);
    for (const name of wanted) assert.ok(found.names.includes(name), `it exports ${name}`);
    assert.deepEqual(found.left, [], 'globals that it left behind');
  });
}
