import { checkoutStep, purchase } from '../../../src/purchase.js';
import * as assert from '../../support/assert.js';
import { endpoint, forgetAll } from './tabs.js';

afterEach(forgetAll);

const order = (orderId: string, minor = 1900) => ({
  orderId,
  currency: 'EUR',
  lines: [{ productId: 'mug', quantity: 1, minor }],
});

const post = async (path: string, body: object) =>
  (await fetch(path, { method: 'POST', body: JSON.stringify(body) }).then((answer) => answer.json())) as {
    warnings: string[];
  };

/** What the server has the order at, which it tells of a refund that is larger. */
async function soldMinor(orderId: string, refundId: string): Promise<number> {
  const lines = [{ productId: 'mug', quantity: 0, minor: 100_000 }];
  const refund = { site: 'shop', refundId, orderId, refundedAt: Date.now(), currency: 'EUR', lines };
  const { warnings } = await post('/v1/refunds', refund);
  return Number(/more than its (\d+) EUR/.exec(warnings[0] ?? '')?.[1]);
}

/** A browser that a program drives buys nothing, and this one is driven. */
const undriven = () => Object.defineProperty(navigator, 'webdriver', { value: false, configurable: true });
afterEach(() => void Reflect.deleteProperty(navigator, 'webdriver'));

it('a thank-you page that is loaded again counts once, and the shop’s own word wins when it comes', async () => {
  undriven();
  const orderId = `order-${Date.now()}`;
  const options = { consent: 'granted', site: 'shop' } as const;
  assert.equal(await purchase(order(orderId), options), true);
  assert.equal(await purchase(order(orderId), options), true);
  assert.equal(await soldMinor(orderId, `${orderId}-1`), 1900);
  await post('/v1/orders', { site: 'shop', placedAt: Date.now(), ...order(orderId, 2500) });
  assert.equal(await soldMinor(orderId, `${orderId}-2`), 2500);
});

it('says who it was as the player does: the same viewer and session, in plain text without a cookie', async () => {
  const receiver = await endpoint();
  const viewer = '01980000-0000-7000-8000-000000000001';
  const session = '01980000-0000-7000-8000-000000000002';
  localStorage.setItem('shoppable-video', `${viewer} ${session} ${Date.now()}`);
  const options = { consent: 'granted', beacon: receiver.url, site: 'shop', pageType: 'checkout' } as const;
  await checkoutStep({ step: 'shipping', shippingMinor: 490, currency: 'EUR' }, options);
  const [came] = await receiver.came();
  assert.deepEqual(
    [came!.type?.toLowerCase(), came!.cookie, came!.preflight],
    ['text/plain;charset=utf-8', undefined, undefined],
  );
  const { type, step, shippingMinor, viewerId, sessionId, idScope, pageType } = came!.events[0] as unknown as Record<
    string,
    unknown
  >;
  assert.deepEqual(
    [type, step, shippingMinor, viewerId, sessionId, idScope, pageType],
    ['checkout_step', 'shipping', 490, viewer, session, 'persistent', 'checkout'],
  );
});

for (const consent of ['pending', 'denied', undefined] as const)
  it(`consent ${consent}: nothing is sent, read or written`, async () => {
    const receiver = await endpoint();
    assert.equal(await purchase(order('1'), { consent, beacon: receiver.url }), false);
    assert.deepEqual(await receiver.came(), []);
    assert.equal(localStorage.getItem('shoppable-video'), null);
  });

it('an endpoint that is down costs the page nothing', async () => {
  assert.equal(await purchase(order('1'), { consent: 'granted', beacon: 'https://127.0.0.1:1/none' }), false);
});
