import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createHttpCart } from '../../../src/adapters/http.js';
import { httpShop } from '../../../src/adapters/kit/index.js';
import { lineOf, never, openShop } from './tab.js';

/** What the browser says of its connection, for one test. */
function setOnLine(onLine: boolean): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { onLine }, configurable: true });
  return () => {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  };
}

it('a browser that is offline has sent nothing: there is no doubt, and no wait', async (t) => {
  t.after(setOnLine(false));
  const shop = await openShop(t, httpShop());
  const { url } = shop;
  await shop.close();
  const adapter = createHttpCart({ addUrl: `${url}/lines`, readUrl: `${url}/cart` });
  const [reply] = await adapter.add([lineOf('plenty')], never);
  assert.deepEqual([reply!.status, reply!.reason], ['rejected', 'network']);
});

it('a browser that wrongly thinks so is not believed', async (t) => {
  t.after(setOnLine(false));
  const shop = await openShop(t, httpShop());
  const [reply] = await createHttpCart({ addUrl: `${shop.url}/lines` }).add([lineOf('plenty')], never);
  assert.equal(reply!.status, 'added');
});
