import assert from 'node:assert/strict';
import { type Case, holds, isAdded, isPartial, isRejected, line, putBefore } from './case.js';
import { PROSE } from './speaker.js';
import { VARIANTS } from './stock-room.js';

/** The shop answers, and says yes, no, or less. */
export const STOCK_CASES: readonly Case[] = [
  {
    name: 'a line is added',
    async run(scene) {
      isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: 'the same product twice, one after the other',
    async run(scene) {
      const tab = scene.openTab();
      isAdded((await scene.add(tab, line('plenty')))[0]);
      isAdded((await scene.add(tab, line('plenty', 3)))[0], 3);
      holds(scene, 'plenty', 4);
    },
  },
  {
    name: 'two presses at once',
    async run(scene) {
      const tab = scene.openTab();
      const both = await Promise.all([scene.add(tab, line('plenty')), scene.add(tab, line('plenty', 2))]);
      isAdded(both[0][0]);
      isAdded(both[1][0], 2);
      holds(scene, 'plenty', 3);
    },
  },
  {
    name: 'what was in the cart before is not counted',
    async run(scene) {
      putBefore(scene, 'plenty', 7);
      isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 9);
    },
  },
  {
    name: 'sold out',
    async run(scene) {
      isRejected((await scene.add(scene.openTab(), line('soldOut')))[0], 'out-of-stock');
      holds(scene, 'soldOut', 0);
    },
  },
  {
    name: 'clamped quantity',
    skip: ({ speaker }) => (speaker.clamps ? undefined : 'refuses the whole instead'),
    async run(scene) {
      isPartial((await scene.add(scene.openTab(), line('scarce', 5)))[0], 2, 'insufficient-stock');
      holds(scene, 'scarce', 2);
    },
  },
  {
    name: 'more than there is, the whole refused',
    skip: ({ speaker }) => (/storefront|^http/.test(speaker.platform) ? 'gives what there is instead' : undefined),
    async run(scene) {
      scene.shop.speaker.clamps = false;
      isRejected((await scene.add(scene.openTab(), line('scarce', 5)))[0], 'insufficient-stock');
      holds(scene, 'scarce', 0);
    },
  },
  {
    name: 'more than the shop sells to one customer',
    async run(scene) {
      const [reply] = await scene.add(scene.openTab(), line('limited', 3));
      const held = scene.shop.room.held('104');
      if (held) isPartial(reply, held, 'limit-reached', 'insufficient-stock');
      else isRejected(reply, 'limit-reached', 'insufficient-stock');
    },
  },
  {
    name: 'invalid variant',
    async run(scene) {
      isRejected((await scene.add(scene.openTab(), line('unknown')))[0], 'invalid-variant');
      assert.equal(scene.shop.room.lines.length, 0);
    },
  },
  {
    name: 'another line of the cart has sold out meanwhile',
    async run(scene) {
      const tab = scene.openTab();
      isAdded((await scene.add(tab, line('scarce', 2)))[0], 2);
      scene.shop.room.variant(VARIANTS.scarce)!.stock = 0;
      isAdded((await scene.add(tab, line('plenty', 2)))[0], 2);
      const [reply] = await scene.add(tab, line('last', 3));
      if (scene.shop.speaker.clamps) isPartial(reply, 1, 'insufficient-stock');
      else isRejected(reply, 'insufficient-stock');
      assert.equal(reply!.message, PROSE, 'what is said is about the other line');
    },
  },
  {
    name: 'three lines, the middle one sold out',
    async run(scene) {
      const replies = await scene.add(scene.openTab(), line('plenty', 2), line('soldOut'), line('scarce'));
      isAdded(replies[0], 2);
      isRejected(replies[1], 'out-of-stock');
      isAdded(replies[2]);
      assert.equal(replies.length, 3);
    },
  },
  {
    name: 'login required',
    async run(scene) {
      scene.shop.inject({ kind: 'login', times: 9 });
      isRejected((await scene.add(scene.openTab(), line('plenty')))[0], 'login-required');
      holds(scene, 'plenty', 0);
    },
  },
  {
    name: 'login required, told by a redirect to a page',
    async run(scene) {
      scene.shop.inject({ kind: 'sign-in', on: 'all', times: 99 });
      isRejected((await scene.add(scene.openTab(), line('plenty')))[0], 'login-required');
      holds(scene, 'plenty', 0);
    },
  },
  {
    name: 'expired nonce or cart id',
    skip: ({ speaker, room }) => (speaker.refuse('expired', room) ? undefined : 'has neither'),
    async run(scene) {
      const tab = scene.openTab();
      isAdded((await scene.add(tab, line('plenty')))[0]);
      scene.shop.inject({ kind: 'expired' });
      isAdded((await scene.add(tab, line('plenty')))[0]);
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: '409, once',
    async run(scene) {
      scene.shop.inject({ kind: 'conflict' });
      isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: '409, each time',
    async run(scene) {
      scene.shop.inject({ kind: 'conflict', times: 99 });
      isRejected((await scene.add(scene.openTab(), line('plenty')))[0], 'custom');
      holds(scene, 'plenty', 0);
      assert.ok(scene.shop.changes.length <= 3);
    },
  },
  {
    name: '409 although it was added',
    skip: ({ speaker }) => (speaker.marks ? undefined : 'a conflict is by definition a change that was not made'),
    async run(scene) {
      scene.shop.inject({ kind: 'conflict', committed: true });
      isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: '422 with prose',
    async run(scene) {
      putBefore(scene, 'plenty', 1);
      scene.shop.inject({ kind: 'prose' });
      const [reply] = await scene.add(scene.openTab(), line('plenty'));
      isRejected(reply, 'custom', 'limit-reached', 'out-of-stock');
      assert.equal(reply!.message, PROSE);
      holds(scene, 'plenty', 1);
    },
  },
  {
    name: '429 with Retry-After',
    async run(scene) {
      scene.shop.inject({ kind: 'busy', retryAfterS: 1 });
      isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 2);
      const [first, second] = scene.shop.changes;
      assert.ok(second!.atMs - first!.atMs >= 990, 'it was asked again before the time that the shop had named');
    },
  },
  {
    name: '429 with a Retry-After that is a date',
    async run(scene) {
      scene.shop.inject({ kind: 'busy', retryAfterS: 2, asDate: true });
      isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 2);
      const [first, second] = scene.shop.changes;
      // A date has whole seconds.
      assert.ok(second!.atMs - first!.atMs >= 990, 'it was asked again before the time that the shop had named');
    },
  },
  {
    name: '429 on reading the cart',
    async run(scene) {
      scene.shop.inject({ kind: 'busy', on: 'reads' });
      isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: '429 with a Retry-After beyond patience',
    async run(scene) {
      scene.shop.inject({ kind: 'busy', retryAfterS: 3600, times: 9 });
      isRejected((await scene.add(scene.openTab(), line('plenty')))[0], 'custom');
      assert.equal(scene.shop.changes.length, 1);
      holds(scene, 'plenty', 0);
    },
  },
];
