import { deepEqual, ok } from '../../support/assert.js';

type Exports = Record<string, { default?: string } | string | null>;

/** Node's own, and what imports a framework by its name, which no browser can. */
const ELSEWHERE = /^\.\/dist\/(server\/|react\.js)/;

/** The files of all entries that a browser can import. */
async function files(): Promise<string[]> {
  const { exports } = (await (await fetch('/package.json')).json()) as { exports: Exports };
  const adapters = ['shopify-ajax', 'shopify-storefront', 'woocommerce', 'bigcommerce', 'http', 'own'];
  const found = Object.values(exports).flatMap((target) => {
    const file = typeof target === 'object' ? target?.default : undefined;
    if (!file || ELSEWHERE.test(file)) return [];
    return file.includes('*') ? adapters.map((name) => file.replace('*', name)) : [file];
  });
  return [...new Set(found)].map((file) => new URL(file, `${location.origin}/`).href);
}

it('every entry can be imported in a worker, and leaves nothing behind', async () => {
  const all = await files();
  ok(all.length >= 10, `${all}`);
  const script = `
    const before = new Set(Reflect.ownKeys(globalThis));
    Promise.all(${JSON.stringify(all)}.map((file) => import(file))).then(
      () => postMessage(Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String)),
      (error) => postMessage([String(error)]),
    );`;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  const left = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.terminate();
  URL.revokeObjectURL(url);
  deepEqual(left, [], 'left behind, or thrown');
});
