import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { normaliseReply } from '../../../src/cart/reply.js';

const of = (...quantities: number[]) => quantities.map((quantity) => ({ quantity }));
const short = (input: unknown, ...quantities: number[]) =>
  normaliseReply(input, of(...quantities)).map(({ status, accepted }) => `${status} ${accepted}`);

describe('the forms of a reply', () => {
  const rows: [input: unknown, quantities: number[], replies: string[]][] = [
    [true, [3], ['added 3']],
    [true, [3, 1], ['added 3', 'added 1']],
    [true, [0], ['added 0']],
    [false, [3], ['rejected 0']],
    [false, [3, 1], ['rejected 0', 'rejected 0']],
    [false, [0], ['rejected 0']],
    [0, [3], ['rejected 0']],
    [2, [3], ['partial 2']],
    [3, [3], ['added 3']],
    [9, [3], ['added 3']],
    [4, [3, 2, 1], ['added 3', 'partial 1', 'rejected 0']],
    [{ success: true }, [3, 1], ['added 3', 'added 1']],
    [{ success: false }, [3], ['rejected 0']],
    [{ status: 'added', accepted: 3 }, [3], ['added 3']],
    [{ status: 'added' }, [3], ['added 3']],
    [{ status: 'added', accepted: 2 }, [3], ['partial 2']],
    [{ status: 'added', accepted: 0 }, [3], ['rejected 0']],
    [{ status: 'partial', accepted: 1 }, [3], ['partial 1']],
    [{ status: 'partial', accepted: 3 }, [3], ['added 3']],
    [{ status: 'rejected', accepted: 0 }, [3], ['rejected 0']],
    [{ status: 'rejected' }, [3], ['rejected 0']],
    [{ status: 'partial', accepted: 4 }, [3, 3], ['added 3', 'partial 1']],
    [[true], [3], ['added 3']],
    [
      [true, false, 1, { success: true }, { status: 'partial', accepted: 2 }],
      [1, 1, 2, 1, 3],
      ['added 1', 'rejected 0', 'partial 1', 'added 1', 'partial 2'],
    ],
    [[], [], []],
  ];
  for (const [input, quantities, replies] of rows) {
    it(`${JSON.stringify(input)} for ${quantities}`, () => assert.deepEqual(short(input, ...quantities), replies));
  }

  it('carry reason and message', () => {
    const words = { reason: 'insufficient-stock', message: 'Noch 2 da' } as const;
    assert.deepEqual(normaliseReply({ status: 'partial', accepted: 2, ...words }, of(3)), [
      { status: 'partial', accepted: 2, ...words },
    ]);
    assert.deepEqual(normaliseReply({ success: false, ...words }, of(3)), [
      { status: 'rejected', accepted: 0, ...words },
    ]);
  });

  it('keep no reason that the contract does not know, and no message that is no text', () => {
    for (const reason of ['moon phase', '__proto__', 7, null, {}]) {
      assert.equal(normaliseReply({ success: false, reason }, of(1))[0]?.reason, 'custom');
    }
    assert.deepEqual(normaliseReply({ success: false, message: { en: 'No' } }, of(1)), [
      { status: 'rejected', accepted: 0 },
    ]);
  });

  it('have messages of at most 300 characters, cut between characters', () => {
    const message = (text: string) => normaliseReply({ success: false, message: text }, of(1))[0]!.message!;
    assert.equal(message('x'.repeat(5000)).length, 300);
    const cut = message(`${'x'.repeat(299)}😀`);
    assert.equal(cut, 'x'.repeat(299));
  });
});

describe('nonsense is named', () => {
  const rows: [input: unknown, detail: RegExp][] = [
    [undefined, /got undefined/],
    [null, /got \[object Null\]/],
    ['yes', /got yes/],
    [Number.NaN, /a quantity, got NaN/],
    [-1, /a quantity, got -1/],
    [1.5, /a quantity, got 1.5/],
    [Number.POSITIVE_INFINITY, /a quantity, got Infinity/],
    [1e300, /a quantity/],
    [{}, /got \[object Object\]/],
    [new Response('ok'), /got \[object Response\]/],
    [() => true, /got \(\) ?=> ?true/],
    [{ success: 'true' }, /got \[object Object\]/],
    [{ status: 'maybe', accepted: 1 }, /got \[object Object\]/],
    [{ status: 'partial' }, /a quantity, got undefined/],
    [{ status: 'added', accepted: '2' }, /a quantity, got 2/],
    [{ status: 'rejected', accepted: 2 }, /a rejected reply to accept nothing, got 2/],
    [[true, true], /1 replies, one per line, got 2/],
    [[], /1 replies, one per line, got 0/],
    [[[true]], /got \[object Array\]/],
    [[undefined], /got undefined/],
  ];
  for (const [input, detail] of rows) {
    it(String(detail), () => {
      assert.throws(
        () => normaliseReply(input, of(2)),
        (error) => error instanceof Error && !(error instanceof TypeError) && detail.test(error.message),
      );
    });
  }
});

it('whatever is answered: one reply per line, never more than was asked, or an error that says what was expected', () => {
  const reply = fc.oneof(
    fc.boolean(),
    fc.nat(40),
    fc.double(),
    fc.record({ success: fc.boolean(), reason: fc.string(), message: fc.string() }),
    fc.record({ status: fc.constantFrom('added', 'partial', 'rejected'), accepted: fc.nat(20) }),
    fc.anything(),
  );
  const quantities = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
  let answered = 0;
  fc.assert(
    fc.property(fc.oneof(reply, fc.array(reply, { maxLength: 4 })), quantities, (input, asked) => {
      let replies: ReturnType<typeof normaliseReply>;
      try {
        replies = normaliseReply(input, of(...asked));
      } catch (error) {
        assert.match(String(error), /^Error: (expected|must)/);
        return;
      }
      answered += 1;
      assert.equal(replies.length, asked.length);
      replies.forEach(({ status, accepted }, index) => {
        const quantity = asked[index]!;
        assert.ok(Number.isInteger(accepted) && accepted >= 0 && accepted <= quantity);
        assert.equal(status, accepted === quantity ? 'added' : accepted ? 'partial' : 'rejected');
      });
      if (typeof input === 'number') {
        const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
        assert.equal(sum(replies.map(({ accepted }) => accepted)), Math.min(Math.abs(input), sum(asked)));
      }
    }),
    { numRuns: 5000 },
  );
  assert.ok(answered > 500);
});
