import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CartReply } from '../../../src/cart/contract.js';
import { summarise } from '../../../src/cart/outcome.js';
import { normaliseReply } from '../../../src/cart/reply.js';

const sum = (lines: number[], ...replies: CartReply[]) =>
  summarise(
    lines.map((quantity) => ({ quantity })),
    replies,
  );

describe('the outcome of a request', () => {
  it('is accepted when every line was added', () => {
    assert.deepEqual(
      sum([2, 1], { status: 'added', accepted: 2 }, { status: 'added', accepted: 1, message: 'Danke' }),
      {
        state: 'accepted',
        asked: 3,
        accepted: 3,
        message: 'Danke',
      },
    );
  });

  it('is partial when a part of one line, or only one of two, was added', () => {
    const part: CartReply = { status: 'partial', accepted: 1, reason: 'insufficient-stock', message: 'One left' };
    assert.deepEqual(sum([3], part), {
      state: 'partial',
      asked: 3,
      accepted: 1,
      reason: 'insufficient-stock',
      message: 'One left',
    });
    assert.deepEqual(
      sum(
        [1, 2],
        { status: 'added', accepted: 1, message: 'Added' },
        { status: 'rejected', accepted: 0, reason: 'out-of-stock' },
      ),
      {
        state: 'partial',
        asked: 3,
        accepted: 1,
        reason: 'out-of-stock',
      },
    );
  });

  it('is refused when nothing was taken, with the first reason', () => {
    assert.deepEqual(
      sum(
        [1, 2],
        { status: 'rejected', accepted: 0, reason: 'timeout' },
        { status: 'rejected', accepted: 0, reason: 'custom' },
      ),
      { state: 'refused', asked: 3, accepted: 0, reason: 'timeout' },
    );
  });

  it('is accepted when a line was removed', () =>
    assert.equal(sum([0], { status: 'added', accepted: 0 }).state, 'accepted'));

  it('always agrees with its numbers', () => {
    const quantities = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(quantities, fc.nat(40), (asked, taken) => {
        const lines = asked.map((quantity) => ({ quantity }));
        const { state, ...numbers } = summarise(lines, normaliseReply(taken, lines));
        const expected = numbers.accepted === numbers.asked ? 'accepted' : numbers.accepted ? 'partial' : 'refused';
        assert.equal(state, expected);
        assert.ok(numbers.accepted <= numbers.asked);
      }),
    );
  });
});
