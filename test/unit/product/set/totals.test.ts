import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CartReply } from '../../../../src/cart/contract.js';
import { enCard } from '../../../../src/i18n/en-card.js';
import { enCardMore } from '../../../../src/i18n/en-card-more.js';
import { memberOf } from '../../../../src/product/set/members.js';
import { lineTold } from '../../../../src/product/set/told.js';
import { savingOf, totalOf } from '../../../../src/product/set/totals.js';
import { productWith, variant } from '../variants/sweater.js';

const euro = (minor: number) => ({ minor, currency: 'EUR' });
const dollar = (minor: number) => ({ minor, currency: 'USD' });

test('prices are added up in one currency only', () => {
  assert.deepEqual(totalOf([euro(1900), euro(1)]), euro(1901));
  assert.equal(totalOf([euro(1900), dollar(1)]), undefined);
  assert.equal(totalOf([]), undefined);
});

test('a bundle saves what its parts cost more, and never less than nothing', () => {
  assert.equal(savingOf(2000, [euro(1900), euro(600)]), 500);
  assert.equal(savingOf(3000, [euro(1900), euro(600)]), 0);
  assert.equal(savingOf(1, [euro(1900), dollar(600)]), 0);
});

test('a thing of a set comes in the variant that was picked, or the first that can be had', () => {
  const sweater = productWith([variant('s', ['S', 'Oat'], 0), variant('m', ['M', 'Oat']), variant('l', ['M', 'Rust'])]);
  const none = { variants: new Map<string, string>(), left: new Set<string>() };
  assert.equal(memberOf(sweater, none).variant?.id, 'm');
  assert.equal(memberOf(sweater, { ...none, variants: new Map([['sweater', 'l']]) }).variant?.id, 'l');
  assert.equal(memberOf(sweater, { ...none, left: new Set(['sweater']) }).wanted, false);
  const { soldOut, wanted } = memberOf(productWith([variant('s', ['S', 'Oat'], 0)]), none);
  assert.deepEqual({ soldOut, wanted }, { soldOut: true, wanted: false });
});

test('what the shop did with a line, in few words', () => {
  const text = { ...enCard, ...enCardMore } as unknown as Parameters<typeof lineTold>[1];
  const told = (reply: CartReply) => lineTold({ asked: { quantity: 3 }, reply }, text, 'en');
  assert.equal(told({ status: 'added', accepted: 3 }), 'Added');
  assert.equal(
    told({ status: 'partial', accepted: 2, reason: 'insufficient-stock' }),
    'Only 2 of 3: There is not enough in stock.',
  );
  assert.equal(told({ status: 'rejected', accepted: 0, message: 'Members only' }), 'Not added. Members only');
  assert.equal(told({ status: 'rejected', accepted: 0 }), 'Not added.');
});
