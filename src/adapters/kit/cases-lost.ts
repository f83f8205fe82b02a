import assert from 'node:assert/strict';
import type { CartReason } from '../../cart/contract.js';
import { type Case, holds, isAdded, isPartial, isRejected, line, putBefore } from './case.js';
import type { Fault } from './fault.js';

/** No usable answer, before or after the shop did what it was asked. */
export const LOST: [name: string, kind: Fault['kind'], reason: CartReason][] = [
  ['500', 'error', 'custom'],
  ['malformed JSON', 'malformed', 'custom'],
  ['JSON of another shape', 'nonsense', 'custom'],
  ['no answer in time', 'hang', 'timeout'],
  ['half an answer, and then silence', 'stall', 'timeout'],
  ['connection cut', 'cut', 'network'],
];

export const LOST_CASES: readonly Case[] = [
  ...LOST.flatMap(([name, kind, reason]): Case[] => [
    {
      name: `${name}, nothing added`,
      async run(scene) {
        putBefore(scene, 'plenty', 4);
        scene.shop.inject({ kind });
        const tab = scene.openTab();
        const [reply] = await scene.add(tab, line('plenty', 2));
        // Asked again by the player, with the same id.
        if (tab.idempotent && reply!.accepted) return holds(scene, 'plenty', 4 + reply!.accepted);
        isRejected(reply, reason);
        assert.equal(reply!.message, undefined, 'what a server says of its own failure is not for shoppers');
        holds(scene, 'plenty', 4);
      },
    },
    {
      name: `${name}, although it was added`,
      async run(scene) {
        putBefore(scene, 'plenty', 4);
        scene.shop.inject({ kind, committed: true });
        const tab = scene.openTab();
        isAdded((await scene.add(tab, line('plenty', 2)))[0], 2);
        holds(scene, 'plenty', 6);
        assert.ok(tab.idempotent || scene.shop.changes.length === 1, 'it was sent again');
      },
    },
  ]),
  {
    name: 'a clamped quantity whose answer is lost',
    skip: ({ speaker }) => (speaker.clamps ? undefined : 'refuses the whole instead'),
    async run(scene) {
      scene.shop.inject({ kind: 'cut', committed: true });
      isPartial((await scene.add(scene.openTab(), line('scarce', 5)))[0], 2, 'insufficient-stock');
      holds(scene, 'scarce', 2);
    },
  },
  {
    name: 'an answer lost after the commit, and the first reading of the cart too',
    async run(scene) {
      const tab = scene.openTab();
      isAdded((await scene.add(tab, line('plenty')))[0]);
      scene.shop.inject({ kind: 'cut', committed: true });
      scene.shop.beforeNextChange(() => scene.shop.inject({ kind: 'error', on: 'reads' }));
      isAdded((await scene.add(tab, line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 3);
    },
  },
  {
    name: 'offline: the connection is refused',
    async run(scene) {
      const tab = scene.openTab();
      await scene.shop.close();
      // Where nothing was read first, it might have been added before the line went dead: `timeout` says to look.
      isRejected((await scene.add(tab, line('plenty')))[0], 'network', 'timeout');
      holds(scene, 'plenty', 0);
    },
  },
  {
    name: 'offline with something in the cart',
    async run(scene) {
      const tab = scene.openTab();
      isAdded((await scene.add(tab, line('plenty')))[0]);
      await scene.shop.close();
      isRejected((await scene.add(tab, line('plenty', 2)))[0], 'network', 'timeout');
      holds(scene, 'plenty', 1);
    },
  },
  {
    name: 'offline after the commit: not a word of it being sure',
    async run(scene) {
      const tab = scene.openTab();
      scene.shop.beforeNextChange(() => scene.shop.inject({ kind: 'cut', on: 'all', times: 99, committed: true }));
      isRejected((await scene.add(tab, line('plenty')))[0], 'timeout');
      holds(scene, 'plenty', 1);
      assert.equal(scene.shop.changes.length, 1, 'it was sent again');
    },
  },
  {
    name: 'the connection breaks, and the browser has sent it twice',
    skip: ({ speaker }) => (speaker.marks ? undefined : 'cannot be told from what another tab has added'),
    async run(scene) {
      putBefore(scene, 'plenty', 4);
      scene.shop.inject({ kind: 'twice' });
      isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 6);
    },
  },
  {
    name: 'nothing added, while the shop’s own page adds the same product',
    skip: ({ speaker }) =>
      /^(woo|big)commerce/.test(speaker.platform) ? 'one that is there more than before is taken for ours' : undefined,
    async run(scene) {
      scene.shop.inject({ kind: 'error' });
      scene.shop.beforeNextChange(() => putBefore(scene, 'plenty', 2));
      isRejected((await scene.add(scene.openTab(), line('plenty', 2)))[0], 'custom');
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: 'the cart cannot be read before: all or nothing',
    async run(scene) {
      scene.shop.inject({ kind: 'nonsense', on: 'reads', times: 99 });
      const [reply] = await scene.add(scene.openTab(), line('plenty', 2));
      if (reply!.accepted) isAdded(reply, 2);
      else isRejected(reply, 'custom');
      holds(scene, 'plenty', reply!.accepted);
    },
  },
  {
    name: 'the middle one of three lines loses its answer',
    async run(scene) {
      const tab = scene.openTab();
      const [first, second, third] = [line('plenty'), line('scarce'), line('last')];
      isAdded((await scene.add(tab, first))[0]);
      scene.shop.inject({ kind: 'cut', committed: true });
      const replies = await scene.add(tab, second, third);
      isAdded(replies[0]);
      isAdded(replies[1]);
      holds(scene, 'scarce', 1);
      holds(scene, 'last', 1);
    },
  },
  {
    name: 'given up by the player: rejects, and sends nothing more',
    async run(scene) {
      const tab = scene.openTab();
      const owner = new AbortController();
      scene.shop.inject({ kind: 'hang' });
      const adding = tab.add([line('plenty'), line('scarce')], owner.signal);
      while (!scene.shop.changes.length) await new Promise((done) => setTimeout(done, 2));
      owner.abort();
      await assert.rejects(adding, { name: 'AbortError' });
      assert.equal(scene.shop.changes.length, 1);
      isAdded((await scene.add(tab, line('plenty')))[0]);
    },
  },
  {
    name: 'given up while another request is under way: is not sent',
    async run(scene) {
      const tab = scene.openTab();
      scene.shop.inject({ kind: 'hang' });
      const first = tab.add([line('plenty')], new AbortController().signal);
      const owner = new AbortController();
      const second = assert.rejects(tab.add([line('scarce')], owner.signal), { name: 'AbortError' });
      owner.abort();
      isRejected((await first)[0], 'timeout');
      await second;
      assert.equal(scene.shop.changes.length, 1);
    },
  },
];
