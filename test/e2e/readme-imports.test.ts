import { deepEqual, ok } from '../support/assert.js';

describe('what the README imports', () => {
  it('is in the built files, as a page loads them', async () => {
    const readme = await (await fetch('/README.md')).text();
    const imports = [...readme.matchAll(/import \{ (.*) \} from '(\/dist\/adapters\/.*)'/g)];
    ok(imports.length >= 5, `Only ${imports.length} imports were found.`);
    for (const [, names, path] of imports) {
      const module = await import(path!);
      const missing = names!.split(', ').filter((name) => typeof module[name] !== 'function');
      deepEqual(missing, [], `missing from ${path}`);
    }
  });

  it('makes adapters', async () => {
    const { createHttpCart } = await import('/dist/adapters/http.js' as string);
    const [reply] = await createHttpCart({
      addUrl: '/lines',
      fetch: async () => Response.json([{ status: 'added', accepted: 1 }]),
    }).add(
      [{ requestId: '1', productId: 'mug', quantity: 1, properties: { _shoppable: '' } }],
      new AbortController().signal,
    );
    deepEqual(reply, { status: 'added', accepted: 1 });
  });
});
