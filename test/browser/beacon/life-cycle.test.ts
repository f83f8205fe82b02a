import * as assert from '../../support/assert.js';
import { engineName, until } from '../../support/page.js';
import { endpoint, forgetAll, ids, openTab, stored, views } from './tabs.js';

afterEach(forgetAll);

const NO_LOCKS = `Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });`;
const OFFLINE = `window.online = false; Object.defineProperty(Navigator.prototype, 'onLine', { get: () => window.online });`;
const PRERENDERING = `window.early = true; Object.defineProperty(Document.prototype, 'prerendering', { get: () => window.early, configurable: true });`;

const holders = async () => {
  const { held, pending } = await navigator.locks.query();
  return [...(held ?? []), ...(pending ?? [])].filter(({ name }) => name?.startsWith('shoppable-video'));
};

it('a page that is put away holds no lock and no connection, and goes on when it comes back', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url });
  tab.happen(2);
  await tab.player.flush();
  const { window: view } = tab;
  const tell = (type: string) => view.dispatchEvent(new view.PageTransitionEvent(type, { persisted: true }));
  tell('pagehide');
  await until(async () => !(await holders()).length, 'a lock that is given up');
  const open = view.connections.filter((connection) => {
    try {
      return !!connection.transaction('events');
    } catch {
      return false;
    }
  });
  assert.equal(open.length, 0);
  tell('pageshow');
  tab.happen(25);
  await until(async () => views(await receiver.taken()).length === 27, 'all');
  assert.equal((await holders()).length, 1);
});

it('two flushes at once, before it is known which tab sends, keep each other from nothing', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url });
  const { window: view } = tab;
  const tell = (type: string) => view.dispatchEvent(new view.PageTransitionEvent(type, { persisted: true }));
  tell('pagehide');
  await until(async () => !(await holders()).length, 'a lock that is given up');
  tell('pageshow');
  tab.happen(3);
  const from = performance.now();
  await Promise.all([tab.player.flush(), tab.player.flush()]);
  assert.ok(performance.now() - from < 5_000, 'neither waits for a tab that is not there');
  assert.equal(views(await receiver.taken()).length, 3);
});

it('a page that is drawn ahead sends and stores nothing before it is looked at', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url }, PRERENDERING);
  tab.happen(5);
  await tab.player.flush();
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(await receiver.came(), []);
  assert.deepEqual(await stored(), []);
  assert.equal(localStorage.getItem('shoppable-video'), null);
  (tab.window as unknown as { early: boolean }).early = false;
  tab.window.document.dispatchEvent(new tab.window.Event('prerenderingchange'));
  await tab.player.flush();
  await until(async () => views(await receiver.taken()).length === 5, 'all five');
});

it('offline it does not try; back online it sends', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url }, OFFLINE);
  tab.happen(25);
  await tab.player.flush();
  assert.deepEqual(await receiver.came(), []);
  assert.ok((await stored()).length >= 25);
  (tab.window as unknown as { online: boolean }).online = true;
  tab.window.dispatchEvent(new tab.window.Event('online'));
  await until(async () => views(await receiver.taken()).length === 25, 'all');
});

it('a lock that is stolen is waited for again', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url });
  const [{ name }] = (await holders()) as [{ name: string }];
  await navigator.locks.request(name, { steal: true }, async () => {});
  tab.happen(25);
  await until(async () => new Set(ids(views(await receiver.taken()))).size === 25, 'all');
});

it('without locks each tab sends its own, once', async () => {
  const receiver = await endpoint();
  const [first, second] = [
    await openTab({ beacon: receiver.url }, NO_LOCKS),
    await openTab({ beacon: receiver.url }, NO_LOCKS),
  ];
  first.happen(25);
  second.happen(25);
  await until(async () => new Set(ids(views(await receiver.taken()))).size === 50, 'all');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  assert.equal(views(await receiver.taken()).length, 50, 'each once');
});

it('a tab in the background lets one that waits go first', async function () {
  // Open there: the second frame gets the lock and sends nothing within the time; the cause has not been found.
  if (engineName() === 'WebKitGTK') this.skip();
  const receiver = await endpoint();
  const first = await openTab({ beacon: receiver.url });
  const second = await openTab({ beacon: receiver.url });
  Object.defineProperty(first.window.document, 'visibilityState', { value: 'hidden' });
  first.window.dispatchEvent(new first.window.Event('visibilitychange'));
  second.happen(1);
  await second.player.flush();
  const held = (await navigator.locks.query()).held?.filter(({ name }) => name?.startsWith('shoppable-video'));
  assert.equal(held?.length, 1);
  first.happen(25);
  await until(async () => views(await receiver.taken()).length === 26, 'those of both');
});

it('a page that patches fetch badly, and one that takes BroadcastChannel away, breaks nothing', async () => {
  const receiver = await endpoint();
  const tab = await openTab(
    { beacon: receiver.url },
    `delete window.BroadcastChannel; const real = fetch; let calls = 0;
     window.fetch = function (...words) { if ((calls += 1) === 1) throw new Error('patched'); return real(...words); };`,
  );
  tab.happen(25);
  await until(async () => new Set(ids(views(await receiver.taken()))).size === 25, 'all');
});
