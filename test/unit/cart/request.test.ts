import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { createLine } from '../../../src/cart/line.js';
import { type CartRequest, requestLines } from '../../../src/cart/request.js';
import { AddToCartEvent } from '../../../src/events/add-to-cart.js';
import { manualClock } from './manual-clock.js';

const lines = [
  createLine({ productId: 'mug', quantity: 2, token: 't' }),
  createLine({ productId: 'cup', quantity: 1, token: 't' }),
];
const refusal = (reason: string) => lines.map(() => ({ status: 'rejected', accepted: 0, reason }));

/** A request on a clock that stands, with everything that it reports. */
function start(ask: CartRequest['ask'], more: Partial<CartRequest> = {}) {
  const time = manualClock();
  const owner = new AbortController();
  const errors: unknown[] = [];
  const late: unknown[] = [];
  const replies = requestLines({
    lines,
    ask,
    signal: owner.signal,
    clock: time.clock,
    random: () => 1,
    onError: (error) => errors.push(error),
    onLate: (reply) => late.push(reply),
    ...more,
  });
  return { replies, owner, errors, late, ...time };
}

describe('a request', () => {
  it('gives one reply per line, and leaves the handler’s signal alone, and no timer or listener behind', async () => {
    let given: AbortSignal | undefined;
    const { replies, errors, pending, owner } = start(async (signal) => {
      given = signal;
      return [true, 0];
    });
    assert.deepEqual(await replies, [
      { status: 'added', accepted: 2 },
      { status: 'rejected', accepted: 0 },
    ]);
    assert.equal(given?.aborted, false);
    assert.equal(pending(), 0);
    assert.equal(getEventListeners(owner.signal, 'abort').length, 0);
    assert.deepEqual(errors, []);
  });

  it('takes an answer that is no promise', async () => {
    assert.equal((await start(() => true).replies)[0]?.status, 'added');
  });

  it('takes the first answer that an event got', async () => {
    const event = new AddToCartEvent(lines);
    event.respondWith(2);
    event.respondWith(false);
    const replies = await start(() => event.reply!).replies;
    assert.deepEqual(
      replies.map(({ accepted }) => accepted),
      [2, 0],
    );
  });
});

describe('without an answer', () => {
  it('is a timeout after ten seconds, not before, and the handler is told', async () => {
    let given: AbortSignal | undefined;
    const request = start((signal) => {
      given = signal;
      return new Promise<never>(() => {});
    });
    let settled = false;
    void request.replies.then(() => {
      settled = true;
    });
    await request.pass(9999);
    assert.deepEqual([settled, given?.aborted], [false, false]);
    await request.pass(1);
    assert.deepEqual(await request.replies, refusal('timeout'));
    assert.equal(given?.aborted, true);
    assert.deepEqual(request.errors, []);
    assert.equal(request.pending(), 0);
  });

  it('stays a timeout when the handler rejects because its signal aborted', async () => {
    const request = start(
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    await request.pass(10_000);
    assert.deepEqual(await request.replies, refusal('timeout'));
    assert.deepEqual([request.errors, request.late], [[], []]);
  });

  it('a late answer changes no reply and is told apart', async () => {
    let answer = (_: boolean) => {};
    const request = start(() => new Promise<boolean>((resolve) => (answer = resolve)));
    await request.pass(10_000);
    const replies = await request.replies;
    answer(true);
    await request.pass(0);
    assert.deepEqual(replies, refusal('timeout'));
    assert.deepEqual(request.late, [
      [
        { status: 'added', accepted: 2 },
        { status: 'added', accepted: 1 },
      ],
    ]);
  });

  it('a late answer is told to nobody once the owner is gone', async () => {
    let answer = (_: boolean) => {};
    const request = start(() => new Promise<boolean>((resolve) => (answer = resolve)));
    await request.pass(10_000);
    request.owner.abort();
    answer(true);
    await request.pass(0);
    assert.deepEqual(request.late, []);
  });
});

describe('an owner that is gone', () => {
  it('ends the request with an AbortError, aborts the handler and tells nothing', async () => {
    let given: AbortSignal | undefined;
    const request = start((signal) => {
      given = signal;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    });
    await request.pass(10);
    request.owner.abort(new Error('whatever'));
    await assert.rejects(request.replies, { name: 'AbortError' });
    assert.equal(given?.aborted, true);
    assert.deepEqual([request.errors, request.late, request.pending()], [[], [], 0]);
  });

  it('never lets the shop be asked when it was gone before', async () => {
    let asked = 0;
    const owner = new AbortController();
    owner.abort();
    const ask = () => {
      asked += 1;
      return true;
    };
    const request = start(ask, { signal: owner.signal });
    await assert.rejects(request.replies, { name: 'AbortError' });
    assert.deepEqual([asked, request.pending(), request.errors.length], [0, 0, 0]);
  });

  it('ends the wait for another try', async () => {
    let asked = 0;
    const request = start(
      () => {
        asked += 1;
        return Promise.reject(new TypeError('Failed to fetch'));
      },
      { idempotent: true },
    );
    await request.pass(0);
    request.owner.abort();
    await assert.rejects(request.replies, { name: 'AbortError' });
    await request.pass(60_000);
    assert.deepEqual([asked, request.pending()], [1, 0]);
  });
});

describe('a handler that fails', () => {
  const rows: [what: string, ask: CartRequest['ask'], reason: string][] = [
    [
      'throws',
      () => {
        throw new Error('bug');
      },
      'custom',
    ],
    ['rejects', () => Promise.reject(new Error('bug')), 'custom'],
    ['rejects with nothing', () => Promise.reject(), 'custom'],
    ['got no response', () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
    ['answers nonsense', () => 'ok' as never, 'custom'],
    ['answers for too few lines', () => [true], 'custom'],
    ['forgot to answer', () => undefined as never, 'custom'],
  ];
  for (const [what, ask, reason] of rows) {
    it(`is one error, and nothing was added: ${what}`, async () => {
      const request = start(ask);
      assert.deepEqual(await request.replies, refusal(reason));
      assert.equal(request.errors.length, 1);
      assert.equal(request.pending(), 0);
    });
  }

  it('keeps the cause', async () => {
    const bug = new Error('bug');
    const request = start(() => Promise.reject(bug));
    await request.replies;
    assert.equal(request.errors[0], bug);
  });

  it('is a network failure when a real connection breaks', async () => {
    const server = createServer((_, response) => void response.destroy()).listen(0, '127.0.0.1');
    await new Promise((ready) => server.once('listening', ready));
    try {
      const { port } = server.address() as AddressInfo;
      const owner = new AbortController();
      const ask = (signal: AbortSignal) =>
        fetch(`http://127.0.0.1:${port}/cart`, { method: 'POST', signal }).then((r) => r.ok);
      assert.deepEqual(await requestLines({ lines, ask, signal: owner.signal }), refusal('network'));
    } finally {
      server.close();
    }
  });
});

describe('a lost answer', () => {
  const failing = (times: number, failure: () => Promise<never>) => {
    const asked: number[] = [];
    const ask = () => (asked.push(asked.length) > times ? true : failure());
    return { asked, ask };
  };
  const offline = () => Promise.reject(new TypeError('Failed to fetch'));

  it('is asked for again when the shop is idempotent, after a growing wait', async () => {
    const { asked, ask } = failing(2, offline);
    const request = start(ask, { idempotent: true });
    await request.pass(0);
    assert.equal(asked.length, 1);
    await request.pass(1000);
    assert.equal(asked.length, 2);
    await request.pass(1000);
    assert.equal(asked.length, 2);
    await request.pass(1000);
    assert.equal(asked.length, 3);
    assert.equal((await request.replies)[0]?.status, 'added');
    assert.deepEqual(request.errors, []);
  });

  it('is given up after the third try, with one error', async () => {
    const { asked, ask } = failing(9, offline);
    const request = start(ask, { idempotent: true });
    for (let i = 0; i < 6; i += 1) await request.pass(2000);
    assert.deepEqual(await request.replies, refusal('network'));
    assert.equal(asked.length, 3);
    assert.equal(request.errors.length, 1);
  });

  it('after a timeout too', async () => {
    const { asked, ask } = failing(1, () => new Promise<never>(() => {}));
    const request = start(ask, { idempotent: true });
    await request.pass(10_000);
    await request.pass(1000);
    assert.equal((await request.replies)[0]?.status, 'added');
    assert.equal(asked.length, 2);
  });

  it('is never asked for again when the shop may count it twice', async () => {
    const { asked, ask } = failing(9, offline);
    await start(ask).replies;
    assert.equal(asked.length, 1);
  });

  it('is not the same as a refusal or an error, which are final', async () => {
    for (const failure of [() => Promise.reject(new Error('bug')), () => Promise.resolve(false) as Promise<never>]) {
      const { asked, ask } = failing(9, failure);
      await start(ask, { idempotent: true }).replies;
      assert.equal(asked.length, 1);
    }
  });
});
