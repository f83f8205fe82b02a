import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as kit from '../../../src/adapters/kit/index.js';
import { NAMED_ADAPTERS } from '../../../src/adapters/named.js';
import type { CartAdapter, CartLine } from '../../../src/cart/contract.js';
import { normaliseReply } from '../../../src/cart/reply.js';
import { AddToCartEvent } from '../../../src/events/add-to-cart.js';
import { lineOf, memoryStorage, never, openShop } from './tab.js';

const README = readFileSync('README.md', 'utf8');

/** The code of an example, as a reader would copy it. */
function exampleOf(name: string): string {
  const [, code] = README.match(new RegExp(`<!-- example: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\\n\`\`\``)) ?? [];
  assert.ok(code, `README.md has no example "${name}"`);
  return code;
}

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...given: unknown[]) => Promise<unknown>;

/** What a name in an import stands for here. */
const load = (path: string) => {
  if (path === 'node:test') return import('node:test');
  if (path === 'shoppable-video/adapter-kit') return kit;
  const [, name] = path.match(/^\/dist\/adapters\/([\w-]+)\.js$/) ?? [];
  assert.ok(name, `nothing is known of ${path}`);
  return import(`../../../src/adapters/${name}.ts`);
};

/** Runs a script of the README in a page that has one player. @returns the player, and what the script exports */
async function run(name: string, fetch: typeof globalThis.fetch, imports: Record<string, unknown> = {}) {
  const code = exampleOf(name)
    .replace(/<\/?script[^>]*>/g, '')
    .replace(/import (\{.*\}) from ('.*')/g, 'const $1 = await load($2)')
    .replace(/export function (\w+)/g, 'exported.$1 = $1\nfunction $1');
  const player = Object.assign(new EventTarget(), { cartAdapter: undefined as CartAdapter | undefined });
  const document = { querySelector: (tag: string) => (tag === 'shoppable-video' ? player : null) };
  const exported: Record<string, never> = {};
  const given = { document, fetch, exported, load: (path: string) => imports[path] ?? load(path) };
  await new AsyncFunction(...Object.keys(given), code)(...Object.values(given));
  return { player, exported };
}

const realFetch = fetch;

/** A page's fetch, with every shop at the fake one. */
const toShop =
  ({ url }: kit.FakeShop): typeof fetch =>
  (address, init) =>
    realFetch(url + new URL(String(address), url).pathname, init);

async function addsAndReads(adapter: CartAdapter, shop: kit.FakeShop): Promise<void> {
  const line = lineOf('plenty', 2);
  const [reply] = await adapter.add([line], never);
  assert.deepEqual([reply!.status, reply!.accepted], ['added', 2]);
  assert.equal(shop.room.held(kit.VARIANTS.plenty), 2);
  if (shop.speaker.tokens) assert.equal(shop.room.lines[0]!.token, line.properties._shoppable);
  const { lines } = await adapter.read!(never);
  assert.equal(lines[0]!.quantity, 2);
}

/** For examples that leave fetch and storage to the page. */
function inPage(t: { after(stop: () => void): void }, shop: kit.FakeShop): void {
  const before = Object.getOwnPropertyDescriptors(globalThis);
  Object.defineProperty(globalThis, 'fetch', { value: toShop(shop), configurable: true });
  Object.defineProperty(globalThis, 'localStorage', { value: memoryStorage(), configurable: true });
  t.after(() => {
    for (const name of ['fetch', 'localStorage'] as const) {
      if (before[name]) Object.defineProperty(globalThis, name, before[name]);
      else Reflect.deleteProperty(globalThis, name);
    }
  });
}

describe('the examples of the README', () => {
  const PLATFORMS: [name: string, speaker: () => kit.Speaker][] = [
    ['shopify-storefront', kit.shopifyStorefront],
    ['woocommerce', () => kit.wooCommerce()],
    ['bigcommerce', () => kit.bigCommerce(7)],
    ['http', kit.httpShop],
  ];
  for (const [name, speaker] of PLATFORMS) {
    it(`${name} adds to its shop and reads the cart`, async (t) => {
      const shop = await openShop(t, speaker());
      inPage(t, shop);
      const { player } = await run(name, fetch);
      await addsAndReads(player.cartAdapter!, shop);
    });
  }

  for (const [name, speaker] of [
    ['shopify-ajax', kit.shopifyAjax()],
    ['woocommerce', kit.wooCommerce()],
  ] as const) {
    it(`cart="${name}" adds to its shop and reads the cart`, async (t) => {
      assert.ok(README.includes(`cart="${name}"`));
      const shop = await openShop(t, speaker);
      inPage(t, shop);
      await addsAndReads(await NAMED_ADAPTERS[name]!(), shop);
    });
  }

  it('the listener answers with what the shop has said', async (t) => {
    const shop = await openShop(t, kit.httpShop());
    const { player } = await run('listener', toShop(shop));
    const lines: CartLine[] = [lineOf('plenty', 2), lineOf('scarce', 5)];
    const event = new AddToCartEvent(lines);
    player.dispatchEvent(event);
    const replies = normaliseReply(await event.reply, lines);
    assert.deepEqual(
      replies.map(({ accepted }) => accepted),
      [2, 2],
    );
  });

  describe('an adapter of your own, tested with the kit', { concurrency: 8 }, async () => {
    const { exported } = await run('own', fetch);
    await run('own-test', fetch, { './my-cart.js': exported, 'node:test': { it } });
  });
});
