import assert from 'node:assert/strict';
import test from 'node:test';
import type { CartReply } from '../../../src/cart/contract.js';
import { createMiniCart, type LineChange, miniCartOf } from '../../../src/cart/mini-cart.js';
import { piecesIn } from '../../../src/cart/mini-cart-state.js';
import { createFakeAdapter, lineOf } from './fake-adapter.js';
import { manualClock } from './manual-clock.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const quantities = (cart: ReturnType<typeof createMiniCart>) =>
  cart.get().cart?.lines.map(({ requestId, quantity }) => `${requestId} ${quantity}`);

async function open(lines = [lineOf('mug', 2), lineOf('lamp', 1)]) {
  const { shop, adapter } = createFakeAdapter(lines);
  const { clock, pass } = manualClock();
  const cart = createMiniCart(adapter, { clock });
  const stop = cart.start();
  await settled();
  return { shop, adapter, pass, cart, stop };
}

test('a cart is unknown, never empty, before the shop has answered', async () => {
  const { adapter } = createFakeAdapter([lineOf('mug', 2)]);
  const cart = createMiniCart(adapter);
  const stop = cart.start();
  assert.equal(cart.get().is, 'reading');
  assert.equal(cart.get().cart, undefined);
  await settled();
  assert.equal(cart.get().is, 'ready');
  assert.equal(piecesIn(cart.get().cart), 2);
  stop();
});

test('it is read and followed once, however many show it, until the last one goes', async () => {
  const { shop, cart, stop } = await open();
  const second = cart.start();
  await settled();
  assert.equal(shop.reads, 1);
  stop();
  stop();
  assert.ok(shop.follows());
  second();
  assert.ok(!shop.follows());
});

test('one cart for each adapter', () => {
  const { adapter } = createFakeAdapter();
  assert.equal(miniCartOf(adapter), miniCartOf(adapter));
});

test('an empty cart that nobody looked at meanwhile is unknown again; a filled one is shown while it is read', async () => {
  const { cart, stop, shop } = await open([]);
  stop();
  cart.start()();
  assert.equal(cart.get().cart, undefined);
  shop.replace([lineOf('mug', 1)]);
  const again = cart.start();
  await settled();
  again();
  const last = cart.start();
  assert.deepEqual([cart.get().is, quantities(cart)], ['reading', ['mug 1']]);
  last();
});

test('each answer is told with its difference, before the cart is read anew', async () => {
  const { shop, cart } = await open();
  const [mug, lamp] = cart.get().cart!.lines;
  const told: string[] = [];
  const tell = ({ line, reply, change }: LineChange) =>
    void told.push(`${line.requestId} ${line.quantity}: ${reply.status} ${reply.accepted}, ${change}, ${shop.reads}`);
  await cart.set(mug!, 5, tell);
  await cart.set({ ...mug!, quantity: 5 }, 4, tell);
  await cart.set(lamp!, 0, tell);
  shop.onUpdate = async () => [{ status: 'rejected', accepted: 0, reason: 'limit-reached' }];
  await cart.set({ ...mug!, quantity: 4 }, 9, tell);
  assert.deepEqual(told, [
    'mug 5: added 5, 3, 1',
    'mug 4: added 4, -1, 2',
    'lamp 0: added 0, -1, 3',
    'mug 9: rejected 0, 0, 4',
  ]);
});

test('an answer that comes after it was given up is told too', async () => {
  const { shop, cart, pass } = await open();
  const [mug] = cart.get().cart!.lines;
  let answer = (_: CartReply[]) => {};
  shop.onUpdate = () => new Promise((resolve) => (answer = resolve));
  const told: string[] = [];
  const done = cart.set(mug!, 3, ({ reply, change }) => void told.push(`${reply.reason ?? reply.status} ${change}`));
  await settled();
  pass(10_000);
  await done;
  answer([{ status: 'added', accepted: 3 }]);
  await settled();
  assert.deepEqual(told, ['timeout 0', 'added 1']);
});

test('a change is what the shop says after it', async () => {
  const { shop, cart } = await open();
  const [mug] = cart.get().cart!.lines;
  const done = cart.set(mug!, 3);
  assert.ok(cart.get().pending.has('mug'));
  assert.deepEqual(quantities(cart), ['mug 2', 'lamp 1'], 'nothing is shown ahead of the shop');
  assert.equal(await cart.set(mug!, 9), undefined, 'one change of a line at a time');
  assert.equal((await done)?.state, 'accepted');
  assert.deepEqual(quantities(cart), ['mug 3', 'lamp 1']);
  assert.equal(cart.get().pending.size, 0);
  assert.equal(cart.get().cart?.totalMinor, 4000);
  assert.deepEqual(
    shop.updates.map(({ requestId, quantity }) => [requestId, quantity]),
    [['mug', 3]],
  );
});

test('quantity 0 removes', async () => {
  const { cart } = await open();
  assert.equal((await cart.set(cart.get().cart!.lines[0]!, 0))?.state, 'accepted');
  assert.deepEqual(quantities(cart), ['lamp 1']);
});

test('a part and a refusal keep their reason beside the line until it is changed again', async () => {
  const { shop, cart } = await open();
  const [mug, lamp] = cart.get().cart!.lines;
  shop.onUpdate = async ([line]) => {
    shop.put({ ...line!, quantity: 3 });
    return [{ status: 'partial', accepted: 3, reason: 'insufficient-stock', message: 'We have 3.' }];
  };
  await cart.set(mug!, 5);
  assert.deepEqual(quantities(cart), ['mug 3', 'lamp 1']);
  const { state, asked, accepted, message } = cart.get().notes.get('mug')!.outcome;
  assert.deepEqual([state, asked, accepted, message], ['partial', 5, 3, 'We have 3.']);

  shop.onUpdate = async () => [{ status: 'rejected', accepted: 0, reason: 'limit-reached' }];
  await cart.set(lamp!, 2);
  assert.equal(cart.get().notes.get('lamp')?.outcome.reason, 'limit-reached');
  assert.deepEqual(quantities(cart), ['mug 3', 'lamp 1']);
});

test('a lost connection is a refusal, unless the cart says that it was done', async () => {
  const { shop, cart } = await open();
  shop.onUpdate = async () => {
    throw new TypeError('Failed to fetch');
  };
  assert.equal((await cart.set(cart.get().cart!.lines[0]!, 3))?.reason, 'network');
  shop.onUpdate = async ([line]) => {
    shop.put(line!);
    throw new TypeError('Failed to fetch');
  };
  assert.equal((await cart.set(cart.get().cart!.lines[0]!, 4))?.state, 'accepted');
  assert.equal(cart.get().notes.size, 0);
});

test('ten seconds without an answer are enough, of a change and of a reading', async () => {
  const { shop, cart, pass } = await open();
  shop.onUpdate = () => new Promise(() => {});
  const done = cart.set(cart.get().cart!.lines[0]!, 3);
  await settled();
  await pass(10_000);
  assert.equal((await done)?.reason, 'timeout');
  shop.onRead = () => new Promise(() => {});
  const read = cart.read();
  await settled();
  await pass(10_000);
  await read;
  assert.deepEqual([cart.get().is, cart.get().reason], ['failed', 'timeout']);
  assert.deepEqual(quantities(cart), ['mug 2', 'lamp 1'], 'what was known is still shown');
});

test('when only the change got through, what the shop took is shown, without a total that it did not give', async () => {
  const { shop, cart } = await open();
  shop.onRead = async () => {
    throw new TypeError('Failed to fetch');
  };
  await cart.set(cart.get().cart!.lines[0]!, 3);
  assert.deepEqual(quantities(cart), ['mug 3', 'lamp 1']);
  assert.equal(cart.get().cart?.totalMinor, undefined);
});

test('an answer to an older question does not undo what was heard since', async () => {
  const { shop, cart } = await open();
  const old = shop.state();
  let answer: (state: typeof old) => void = () => {};
  shop.onRead = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const read = cart.read();
  await settled();
  shop.replace([lineOf('lamp', 7)]);
  shop.push();
  answer(old);
  await read;
  assert.deepEqual(quantities(cart), ['lamp 7']);
});

test('two who ask for the same occasion ask once', async () => {
  const { shop, cart } = await open();
  void cart.changed();
  void cart.changed();
  await settled();
  assert.equal(shop.reads, 2);
});

test('what an adapter reads that is no cart is a cart that could not be read', async () => {
  const { shop, cart } = await open();
  shop.onRead = async () => ({}) as never;
  await cart.read();
  assert.equal(cart.get().is, 'failed');
});

test('the stop aborts what is asked', async () => {
  const { shop, cart, stop } = await open();
  let asked: AbortSignal | undefined;
  shop.onUpdate = (_, signal) => {
    asked = signal;
    return new Promise(() => {});
  };
  const done = cart.set(cart.get().cart!.lines[0]!, 3);
  await settled();
  stop();
  assert.equal(await done, undefined);
  assert.ok(asked?.aborted);
});

test('it is read again when the shopper comes back, and when another tab has changed it', async () => {
  const page = Object.assign(new EventTarget(), { document: { visibilityState: 'visible' } });
  const { shop, adapter } = createFakeAdapter([]);
  const cart = createMiniCart(adapter, { page });
  const stop = cart.start();
  await settled();
  for (const type of ['visibilitychange', 'online']) {
    page.dispatchEvent(new Event(type));
    await settled();
  }
  assert.equal(shop.reads, 3);
  const other = new BroadcastChannel('shoppable-cart');
  other.postMessage('changed');
  for (let i = 0; i < 50 && shop.reads < 4; i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  other.close();
  stop();
  assert.equal(shop.reads, 4);
});
