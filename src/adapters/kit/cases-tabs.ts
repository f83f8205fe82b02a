import assert from 'node:assert/strict';
import { type Case, holds, isAdded, isRejected, line, putBefore } from './case.js';

/** Two tabs of one shopper, each with its own adapter, at the same moment. */
export const TAB_CASES: readonly Case[] = [
  {
    name: 'two tabs at once',
    async run(scene) {
      const both = await Promise.all([
        scene.add(scene.openTab(), line('plenty', 2)),
        scene.add(scene.openTab(), line('plenty', 3)),
      ]);
      isAdded(both[0][0], 2);
      isAdded(both[1][0], 3);
      holds(scene, 'plenty', 5);
    },
  },
  {
    name: 'two tabs at once, without Web Locks',
    async run(scene) {
      const both = await Promise.all([
        scene.add(scene.openTab(true), line('plenty', 2)),
        scene.add(scene.openTab(true), line('plenty', 3)),
      ]);
      isAdded(both[0][0], 2);
      isAdded(both[1][0], 3);
      holds(scene, 'plenty', 5);
    },
  },
  {
    name: 'the cart is emptied in another tab in between',
    async run(scene) {
      putBefore(scene, 'plenty', 5);
      scene.shop.beforeNextChange(() => scene.shop.room.clear());
      isAdded((await scene.add(scene.openTab(), line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: 'two tabs at once for the last one',
    async run(scene) {
      const both = await Promise.all([
        scene.add(scene.openTab(), line('last')),
        scene.add(scene.openTab(), line('last')),
      ]);
      const [taken, refused] = both.map(([reply]) => reply).sort((a, b) => b!.accepted - a!.accepted);
      isAdded(taken);
      isRejected(refused, 'out-of-stock', 'insufficient-stock', 'limit-reached');
      holds(scene, 'last', 1);
    },
  },
  {
    name: 'two tabs at once for the last one, and the first answer is lost after the commit',
    async run(scene) {
      scene.shop.inject({ kind: 'cut', committed: true });
      const both = await Promise.all([
        scene.add(scene.openTab(), line('last')),
        scene.add(scene.openTab(), line('last')),
      ]);
      assert.deepEqual(both.map(([reply]) => reply!.accepted).sort(), [0, 1]);
      holds(scene, 'last', 1);
    },
  },
  {
    name: 'two tabs at once, one gets no answer and nothing was added',
    async run(scene) {
      scene.shop.inject({ kind: 'hang' });
      const both = await Promise.all([
        scene.add(scene.openTab(), line('plenty')),
        scene.add(scene.openTab(), line('plenty')),
      ]);
      assert.deepEqual(both.map(([reply]) => reply!.accepted).sort(), [0, 1]);
      isRejected(
        both.map(([reply]) => reply).find((reply) => !reply!.accepted),
        'timeout',
      );
      holds(scene, 'plenty', 1);
    },
  },
  {
    name: 'the shop’s own page adds the same product in between',
    async run(scene) {
      const tab = scene.openTab();
      putBefore(scene, 'plenty', 1);
      scene.shop.beforeNextChange(() => putBefore(scene, 'plenty', 1));
      isAdded((await scene.add(tab, line('plenty', 2)))[0], 2);
      holds(scene, 'plenty', 4);
    },
  },
  {
    name: 'the shop’s own page takes the last one in between',
    async run(scene) {
      const tab = scene.openTab();
      scene.shop.beforeNextChange(() => putBefore(scene, 'last', 1));
      isRejected((await scene.add(tab, line('last')))[0], 'out-of-stock', 'insufficient-stock', 'limit-reached');
      holds(scene, 'last', 1);
    },
  },
  {
    name: 'two tabs at once, both answers lost after the commit',
    async run(scene) {
      scene.shop.inject({ kind: 'cut', committed: true, times: 2 });
      const both = await Promise.all([
        scene.add(scene.openTab(), line('plenty', 2)),
        scene.add(scene.openTab(), line('plenty', 3)),
      ]);
      isAdded(both[0][0], 2);
      isAdded(both[1][0], 3);
      holds(scene, 'plenty', 5);
    },
  },
];
