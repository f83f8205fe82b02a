import assert from 'node:assert/strict';
import type { CartReason } from '../../cart/contract.js';
import { type Case, holds, isAdded, isPartial, isRejected, line, putBefore } from './case.js';
import type { Fault } from './fault.js';

/** No usable answer, before or after the shop did what it was asked. */
const LOST: [name: string, kind: Fault['kind'], reason: CartReason][] = [
  ['500', 'error', 'custom'],
  ['malformed JSON', 'malformed', 'custom'],
  ['JSON of another shape', 'nonsense', 'custom'],
  ['no answer in time', 'hang', 'timeout'],
  ['connection cut', 'cut', 'network'],
];

export const LOST_CASES: readonly Case[] = [
  ...LOST.flatMap(([name, kind, reason]): Case[] => [
    {
      name: `${name}, nothing added`,
      async run(scene) {
        putBefore(scene, 'plenty', 4);
        scene.shop.inject({ kind });
        isRejected((await scene.add(scene.openTab(), line('plenty', 2)))[0], reason);
        holds(scene, 'plenty', 4);
      },
    },
    {
      name: `${name}, although it was added`,
      async run(scene) {
        putBefore(scene, 'plenty', 4);
        scene.shop.inject({ kind, committed: true });
        isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
        holds(scene, 'plenty', 6);
        assert.equal(scene.shop.changes.length, 1, 'it was sent again');
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
    name: 'offline from the start',
    async run(scene) {
      scene.shop.inject({ kind: 'cut', on: 'all', times: 99 });
      isRejected((await scene.add(scene.openTab(), line('plenty')))[0], 'network', 'timeout');
      holds(scene, 'plenty', 0);
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
];
