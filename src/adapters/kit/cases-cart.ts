import assert from 'node:assert/strict';
import { attributionToken } from '../../beacon/attribution-token.js';
import type { CartAdapter } from '../../cart/contract.js';
import { type Case, holds, isAdded, isPartial, isRejected, line, type Scene } from './case.js';
import { LOST } from './cases-lost.js';
import type { FakeShop } from './fake-shop.js';
import { PROSE } from './speaker.js';
import { VARIANTS } from './stock-room.js';

const noRead = (_: FakeShop, { read }: CartAdapter) => (read ? undefined : 'the adapter reads no cart');
const noUpdate = (_: FakeShop, { update }: CartAdapter) => (update ? undefined : 'the adapter changes no lines');
const never = new AbortController().signal;

async function heldLine(scene: Scene, tab: CartAdapter, variant: keyof typeof VARIANTS, quantity: number) {
  isAdded((await scene.add(tab, line(variant, quantity)))[0], quantity);
  const { lines } = await tab.read!(never);
  return lines.find(({ variantId }) => variantId!.endsWith(VARIANTS[variant]))!;
}

/** As long as one can be: below 200 bytes, whatever the ids are. */
const longestToken = () =>
  attributionToken({
    videoId: 'v'.repeat(300),
    viewId: crypto.randomUUID(),
    hotspotId: 'h'.repeat(300),
    positionMs: 1e15,
    segment: 's'.repeat(300),
    experiment: 'e'.repeat(300),
    arm: 'a'.repeat(300),
    atMs: 1e15,
  });

/** Reading and changing what is in the cart. */
export const CART_CASES: readonly Case[] = [
  {
    name: 'an empty cart is read',
    skip: noRead,
    async run(scene) {
      assert.deepEqual((await scene.openTab().read!(never)).lines, []);
    },
  },
  {
    name: 'a cart is read: ids, quantities, titles, prices in minor units, total',
    skip: noRead,
    async run(scene) {
      const tab = scene.openTab();
      await scene.add(tab, line('plenty', 2), line('scarce'));
      const { lines, currency, totalMinor } = await tab.read!(never);
      assert.deepEqual(
        lines.map(({ title, quantity, unitMinor }) => ({ title, quantity, unitMinor })),
        [
          { title: 'Mug', quantity: 2, unitMinor: 1950 },
          { title: 'Cup', quantity: 1, unitMinor: 900 },
        ],
      );
      assert.deepEqual({ currency, totalMinor }, { currency: 'EUR', totalMinor: 4800 });
    },
  },
  {
    name: 'a cart that cannot be read rejects',
    skip: noRead,
    async run(scene) {
      const tab = scene.openTab();
      await scene.add(tab, line('plenty'));
      scene.shop.inject({ kind: 'error', on: 'all', times: 9 });
      await assert.rejects(tab.read!(never), TypeError);
    },
  },
  {
    name: 'the attribution token goes into the shop’s own line',
    skip: ({ speaker }) => (speaker.tokens ? undefined : 'lines keep no properties here'),
    async run(scene) {
      const token = longestToken();
      assert.ok(token.length > 150 && Buffer.byteLength(token) < 200);
      const added = line('plenty', 1, token);
      const tab = scene.openTab();
      await scene.add(tab, added);
      const [held] = scene.shop.room.lines;
      assert.equal(held!.token, token);
      if (scene.shop.speaker.marks) assert.equal(held!.requestId, added.requestId);
      assert.equal((await tab.read!(never)).lines[0]!.properties._shoppable, token);
    },
  },
  {
    name: 'a bundle’s id goes into the shop’s own line, and comes back with it',
    skip: ({ speaker }) => (speaker.marks ? undefined : 'lines keep no properties here'),
    async run(scene) {
      const tab = scene.openTab();
      const [single, part] = [line('plenty'), line('plenty', 1, 'sv1.film.view.spot', 'morning')];
      for (const reply of await scene.add(tab, single, part, line('scarce', 1, 'sv1.film.view.spot', 'morning')))
        isAdded(reply);
      const wanted = [undefined, 'morning', 'morning'];
      assert.deepEqual(
        scene.shop.room.lines.map(({ bundleId }) => bundleId),
        wanted,
      );
      if (!tab.read) return;
      const { lines } = await tab.read(never);
      assert.deepEqual(
        lines.map(({ bundleId }) => bundleId),
        wanted,
      );
    },
  },
  {
    name: 'a quantity is changed',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      isAdded((await scene.update(tab, { ...held, quantity: 5 }))[0], 5);
      holds(scene, 'plenty', 5);
      isAdded((await scene.update(tab, { ...held, quantity: 1 }))[0], 1);
      holds(scene, 'plenty', 1);
    },
  },
  ...LOST.map(
    ([name, kind, reason]): Case => ({
      name: `a change: ${name}, done and not done`,
      skip: noUpdate,
      async run(scene) {
        const tab = scene.openTab();
        const held = await heldLine(scene, tab, 'plenty', 2);
        scene.shop.inject({ kind, committed: true });
        isAdded((await scene.update(tab, { ...held, quantity: 5 }))[0], 5);
        scene.shop.inject({ kind });
        isRejected((await scene.update(tab, { ...held, quantity: 6 }))[0], reason);
        holds(scene, 'plenty', 5);
      },
    }),
  ),
  {
    name: 'a removal whose answer is lost',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      scene.shop.inject({ kind: 'cut', committed: true });
      isAdded((await scene.update(tab, { ...held, quantity: 0 }))[0], 0);
      holds(scene, 'plenty', 0);
    },
  },
  {
    name: 'a change: 429 with Retry-After',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      scene.shop.inject({ kind: 'busy' });
      isAdded((await scene.update(tab, { ...held, quantity: 5 }))[0], 5);
      holds(scene, 'plenty', 5);
    },
  },
  {
    name: 'a change: 422 with prose',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      scene.shop.inject({ kind: 'prose' });
      const [reply] = await scene.update(tab, { ...held, quantity: 5 });
      isRejected(reply, 'custom', 'insufficient-stock', 'limit-reached');
      assert.equal(reply!.message, PROSE);
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: 'a change: expired nonce or cart id',
    skip: (shop, adapter) =>
      shop.speaker.refuse('expired', shop.room) && !/storefront/.test(shop.speaker.platform)
        ? noUpdate(shop, adapter)
        : 'has neither, or loses its lines with it',
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      scene.shop.inject({ kind: 'expired' });
      isAdded((await scene.update(tab, { ...held, quantity: 5 }))[0], 5);
      holds(scene, 'plenty', 5);
    },
  },
  {
    name: 'a change: offline, the connection is refused',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      await scene.shop.close();
      isRejected((await scene.update(tab, { ...held, quantity: 5 }))[0], 'network');
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: 'a change: the cart is emptied in another tab in between',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      scene.shop.beforeNextChange(() => scene.shop.room.clear());
      isRejected((await scene.update(tab, { ...held, quantity: 5 }))[0], 'invalid-variant');
      holds(scene, 'plenty', 0);
    },
  },
  {
    name: 'a removal: the cart is emptied in another tab in between',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      scene.shop.beforeNextChange(() => scene.shop.room.clear());
      isAdded((await scene.update(tab, { ...held, quantity: 0 }))[0], 0);
    },
  },
  {
    name: 'a quantity is changed after a 409',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      scene.shop.inject({ kind: 'conflict' });
      isAdded((await scene.update(tab, { ...held, quantity: 5 }))[0], 5);
      holds(scene, 'plenty', 5);
    },
  },
  {
    name: 'a quantity is changed beyond the stock',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'scarce', 1);
      const [reply] = await scene.update(tab, { ...held, quantity: 9 });
      if (scene.shop.speaker.clamps) isPartial(reply, 2, 'insufficient-stock', 'limit-reached');
      else isRejected(reply, 'insufficient-stock', 'limit-reached');
      holds(scene, 'scarce', scene.shop.speaker.clamps ? 2 : 1);
    },
  },
  {
    name: 'a quantity is changed beyond the stock, the whole refused',
    skip: (shop, adapter) =>
      /storefront|^http/.test(shop.speaker.platform) ? 'gives what there is instead' : noUpdate(shop, adapter),
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'scarce', 1);
      scene.shop.speaker.clamps = false;
      isRejected((await scene.update(tab, { ...held, quantity: 9 }))[0], 'insufficient-stock', 'limit-reached');
      holds(scene, 'scarce', 1);
    },
  },
  {
    name: 'a line is removed, and the others stay',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      await scene.add(tab, line('scarce'));
      const held = await heldLine(scene, tab, 'plenty', 2);
      isAdded((await scene.update(tab, { ...held, quantity: 0 }))[0], 0);
      holds(scene, 'plenty', 0);
      holds(scene, 'scarce', 1);
    },
  },
  {
    name: 'the last line is removed',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      isAdded((await scene.update(tab, { ...held, quantity: 0 }))[0], 0);
      assert.deepEqual((await tab.read!(never)).lines, []);
    },
  },
  {
    name: 'a removal that is refused is no success',
    skip: noUpdate,
    async run(scene) {
      const tab = scene.openTab();
      const held = await heldLine(scene, tab, 'plenty', 2);
      scene.shop.inject({ kind: 'login' });
      isRejected((await scene.update(tab, { ...held, quantity: 0 }))[0], 'login-required');
      holds(scene, 'plenty', 2);
    },
  },
  {
    name: 'a line that is no longer there is not changed',
    skip: noUpdate,
    async run(scene) {
      isRejected((await scene.update(scene.openTab(), line('plenty', 2)))[0], 'invalid-variant');
      isAdded((await scene.update(scene.openTab(), { ...line('plenty'), quantity: 0 }))[0], 0);
      assert.equal(scene.shop.changes.length, 0);
    },
  },
];
