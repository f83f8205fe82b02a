import * as assert from '../../support/assert.js';
import { until } from '../../support/page.js';
import { endpoint, forgetAll, ids, openTab, stored, views } from './tabs.js';

afterEach(forgetAll);

/** A browser without it leaves nothing behind that a tab which is killed could still send. */
const NO_NET = 'window.fetchLater = undefined;';

it('stores events before it sends them, and removes those that are acknowledged', async () => {
  const receiver = await endpoint();
  await receiver.answer({ status: 503, headers: { 'Retry-After': '600' } });
  const tab = await openTab({ beacon: receiver.url }, NO_NET);
  tab.happen(3);
  await tab.player.flush();
  const kept = await stored();
  assert.equal(views(kept).length, 3, `${tab.window.warnings}`);
  assert.deepEqual(
    ids((await receiver.came())[0]!.events).every((id) => kept.some((row) => row.id === id)),
    true,
  );
  await receiver.answer();
  tab.close(true);
  const next = await openTab({ beacon: receiver.url });
  await until(async () => (await stored()).length === 0, 'an empty disk');
  const taken = ids(await receiver.taken()).sort();
  assert.deepEqual([...new Set(taken)], taken, 'each once');
  for (const { id } of kept) assert.ok(taken.includes(id));
  next.close();
});

it('a tab that dies leaves its events to the next visit, with the same ids', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url }, NO_NET);
  tab.happen(2);
  await until(async () => (await stored()).length >= 2, 'two events on the disk');
  tab.close(true);
  assert.equal(views(await receiver.taken()).length, 0);
  await openTab({ beacon: receiver.url });
  await until(async () => views(await receiver.taken()).length === 2, 'both');
});

it('of several tabs one sends what all have recorded; when it is killed, another goes on', async () => {
  const receiver = await endpoint();
  const tabs = [];
  for (let i = 0; i < 3; i += 1) tabs.push(await openTab({ beacon: receiver.url }, NO_NET));
  const taken = async () => views(await receiver.taken());
  for (const tab of tabs) tab.happen(30);
  await until(async () => (await taken()).length >= 90, 'ninety events');
  assert.equal(new Set(ids(await taken())).size, 90);
  assert.equal((await taken()).length, 90, 'each once');
  tabs[0]!.close(true);
  tabs[1]!.happen(30);
  tabs[2]!.happen(30);
  await until(async () => new Set(ids(await taken())).size === 150, 'the other sixty');
  assert.equal((await taken()).length, 150, 'each once');
});

it('a page that is left sends at once what no disk has, and all that waits', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url });
  tab.happen(30);
  tab.close();
  await until(async () => views(await receiver.taken()).length === 30, 'all thirty without a return', 10_000);
});

it('a tab that is killed has left what waits with the browser, where that is possible', async () => {
  if (!('fetchLater' in window)) return;
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url });
  tab.happen(3);
  await until(async () => (await stored()).length >= 3, 'three events on the disk');
  tab.close(true);
  await until(async () => views(await receiver.taken()).length === 3, 'all three without a return', 5_000);
});

for (const [what, script] of [
  [
    'refused',
    `Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } })`,
  ],
  ['missing', `Object.defineProperty(window, 'indexedDB', { value: undefined })`],
  ['blocked', `indexedDB.open = () => { const r = new EventTarget(); setTimeout(() => r.onblocked?.()); return r }`],
  [
    'corrupt',
    `indexedDB.open = () => { const r = new EventTarget(); setTimeout(() => { r.error = new DOMException('x', 'UnknownError'); r.onerror() }); return r }`,
  ],
  [
    'full',
    `IDBObjectStore.prototype.put = function () { this.transaction.abort(); throw new DOMException('full', 'QuotaExceededError') }`,
  ],
] as const)
  it(`storage that is ${what}: all is sent from memory, no error reaches the page`, async () => {
    const receiver = await endpoint();
    const tab = await openTab(
      { beacon: receiver.url },
      `window.errors = []; for (const type of ['error', 'unhandledrejection']) addEventListener(type, (event) => errors.push(String(event.reason ?? event.message)));
       ${script}`,
    );
    tab.happen(25);
    await tab.player.flush();
    await until(
      async () => views(await receiver.taken()).length === 25,
      () => `all; ${tab.window.warnings}`,
    );
    assert.deepEqual((tab.window as unknown as { errors: string[] }).errors, []);
    assert.ok(tab.window.warnings.filter((line) => line.includes('memory')).length <= 1, `${tab.window.warnings}`);
  });
