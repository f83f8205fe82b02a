import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createHttpCart } from '../../../src/adapters/http.js';
import { httpShop } from '../../../src/adapters/kit/index.js';
import { lineOf, never, openShop } from './tab.js';

it('without an address to read the cart from, a lost answer stays unknown and is not asked again', async (t) => {
  const shop = await openShop(t, httpShop());
  shop.inject({ kind: 'cut', committed: true });
  const adapter = createHttpCart({ addUrl: `${shop.url}/lines` });
  const [reply] = await adapter.add([lineOf('plenty')], never);
  assert.deepEqual([reply!.status, reply!.reason], ['rejected', 'timeout']);
  assert.equal(shop.changes.length, 1);
  assert.deepEqual([adapter.read, adapter.update, adapter.checkout], [undefined, undefined, undefined]);
});

it('the page’s headers go along, and the lines are those of the contract', async (t) => {
  const shop = await openShop(t, httpShop());
  const line = lineOf('plenty', 2);
  await createHttpCart({ addUrl: `${shop.url}/lines`, headers: { 'X-Csrf': 'abc' } }).add([line], never);
  const { request } = shop.changes[0]!;
  assert.equal(request.headers['x-csrf'], 'abc');
  assert.deepEqual(request.body, { lines: [line] });
});

for (const nonsense of [
  '[]',
  '{}',
  '[{"status":"added"}]',
  '[{"status":"added","accepted":"2"}]',
  '"ok"',
  '7',
  'null',
]) {
  it(`an answer of ${nonsense} is no success`, async () => {
    const adapter = createHttpCart({ addUrl: '/lines', fetch: async () => new Response(nonsense) });
    const [reply] = await adapter.add([lineOf('plenty', 2)], never);
    assert.deepEqual([reply!.status, reply!.accepted], ['rejected', 0]);
  });
}
