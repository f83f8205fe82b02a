import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Tab } from '../../../src/adapters/kit/case.js';
import { conformance, httpShop } from '../../../src/adapters/kit/index.js';
import type { CartAdapter, CartLine, CartReply } from '../../../src/cart/contract.js';

const post = async ({ url }: Tab, lines: CartLine[], signal?: AbortSignal): Promise<CartReply[]> => {
  const response = await fetch(`${url}/lines`, { method: 'POST', body: JSON.stringify({ lines }), signal });
  if (!response.ok) throw new TypeError(`The shop answered ${response.status}.`);
  return (await response.json()) as CartReply[];
};

/** A shop that adds as often as it is asked. */
const forgetful = () => {
  const shop = httpShop();
  const { answer } = shop;
  shop.answer = (request, room) => {
    for (const line of request.body?.lines ?? []) line.requestId = `${line.requestId}-${room.version}`;
    return answer(request, room);
  };
  return shop;
};

const each = async (lines: CartLine[], one: (line: CartLine) => Promise<CartReply>) => {
  const replies: CartReply[] = [];
  for (const line of lines) replies.push(await one(line));
  return replies;
};

const added = ({ quantity }: CartLine): CartReply => ({ status: 'added', accepted: quantity });

/** Adapters as they get written, and the case that is to find each out. */
const WRONG: [what: string, finds: string, make: (tab: Tab) => CartAdapter][] = [
  [
    'takes every answer for a yes',
    'sold out',
    (tab) => ({
      add: (lines) =>
        each(lines, async (line) => {
          await post(tab, [line]);
          return added(line);
        }),
    }),
  ],
  [
    'asks again after a broken connection',
    'connection cut, although it was added',
    (tab) => ({
      add: (lines, signal) =>
        each(lines, async (line) => {
          const ask = async () => (await post(tab, [line], signal))[0]!;
          return ask().catch(ask);
        }),
    }),
  ],
  [
    'says that it may be asked again, of a shop that adds each time',
    'connection cut, although it was added',
    (tab) => ({
      idempotent: true,
      add: (lines, signal) => each(lines, async (line) => (await post(tab, [line], signal))[0]!),
    }),
  ],
  [
    'tells a failure where the answer was lost',
    '500, although it was added',
    (tab) => ({
      add: (lines, signal) =>
        each(
          lines,
          async (line) =>
            (
              await post(tab, [line], signal).catch((): CartReply[] => [
                { status: 'rejected', accepted: 0, reason: 'custom' },
              ])
            )[0]!,
        ),
    }),
  ],
];

describe('the conformance kit', () => {
  for (const [what, finds, make] of WRONG) {
    it(`finds out an adapter that ${what}`, async () => {
      const found = (await conformance(make, forgetful)).find(({ name }) => name === finds)!;
      await assert.rejects(found.run(), { name: 'AssertionError' });
    });
  }

  it('is content with an adapter that may be asked again, of a shop that knows a request by its id', async () => {
    const make = (tab: Tab): CartAdapter => ({ idempotent: true, add: (lines, signal) => post(tab, lines, signal) });
    const rows = (await conformance(make, httpShop)).filter(({ name }) =>
      /^(connection cut|500), |sent it twice/.test(name),
    );
    assert.equal(rows.length, 5);
    await Promise.all(rows.map(({ run }) => run()));
  });
});
