import * as assert from '../../support/assert.js';
import { engineName, until } from '../../support/page.js';
import { endpoint, forgetAll, openTab, stored, views } from './tabs.js';

afterEach(forgetAll);

/** What a page has asked to be written, and what is there in the end. */
const WATCH = `
  window.writes = [];
  for (const [of, name] of [[Storage.prototype, 'setItem'], [IDBFactory.prototype, 'open'], [IDBObjectStore.prototype, 'put']]) {
    const real = of[name];
    of[name] = function (...words) { writes.push(name); return real.apply(this, words); };
  }`;
const GPC = `Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true });`;

const writesOf = (view: Window) => (view as unknown as { writes: string[] }).writes;

for (const [what, consent, script] of [
  ['pending', 'pending', WATCH],
  ['absent', '', WATCH],
  ['denied', 'denied', WATCH],
  ['pending under Global Privacy Control', 'pending', WATCH + GPC],
] as const)
  it(`consent ${what}: no request, no storage, no cookie`, async () => {
    const receiver = await endpoint();
    const cookies = document.cookie;
    const tab = await openTab({ beacon: receiver.url, consent }, script);
    tab.happen(30);
    await tab.player.flush();
    tab.window.dispatchEvent(new tab.window.Event('pagehide'));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.deepEqual(writesOf(tab.window), []);
    tab.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(await receiver.came(), []);
    assert.deepEqual(await stored(), []);
    assert.equal(localStorage.getItem('shoppable-video'), null);
    assert.equal(sessionStorage.getItem('shoppable-video'), null);
    assert.equal(document.cookie, cookies);
  });

it('the watch sees what a granted page writes', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url }, WATCH);
  tab.happen(1);
  await tab.player.flush();
  for (const name of ['setItem', 'open', 'put']) assert.ok(writesOf(tab.window).includes(name), name);
  assert.ok((await receiver.came()).length > 0);
});

for (const idScope of ['session', 'none'])
  it(`ids of the scope ${idScope}: events are counted, and nothing outlives the tab`, async () => {
    const receiver = await endpoint();
    const tab = await openTab({ beacon: receiver.url, 'id-scope': idScope }, WATCH);
    tab.happen(3);
    await tab.player.flush();
    const taken = await receiver.taken();
    assert.equal(views(taken).length, 3);
    assert.equal(taken[0]!.idScope, idScope);
    assert.equal(!!taken[0]!.viewerId, idScope === 'session');
    assert.deepEqual(await stored(), []);
    assert.equal(localStorage.getItem('shoppable-video'), null);
    assert.deepEqual([...new Set(writesOf(tab.window))], idScope === 'session' ? ['setItem'] : []);
  });

it('a denial purges memory, storage and ids at once, in all tabs; nothing of it is sent later', async function () {
  // Its frames share a process, in which a deletion is at times never answered.
  if (engineName() === 'WebKitGTK') this.skip();
  const receiver = await endpoint();
  await receiver.answer({ status: 503, times: 1000 });
  const [first, second] = [await openTab({ beacon: receiver.url }), await openTab({ beacon: receiver.url })];
  first.happen(5);
  second.happen(5);
  await until(async () => (await stored()).length >= 10, 'ten events on the disk');
  assert.ok(localStorage.getItem('shoppable-video'));
  first.player.consent = 'denied';
  await until(async () => !(await stored()).length, 'an empty disk');
  assert.equal(localStorage.getItem('shoppable-video'), null);
  const came = (await receiver.came()).length;
  await receiver.answer();
  for (const tab of [first, second]) {
    tab.happen(5);
    await tab.player.flush();
  }
  second.close();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  assert.equal((await receiver.came()).length, came, 'no request after the denial');
  assert.deepEqual(await stored(), []);
  assert.equal(localStorage.getItem('shoppable-video'), null);
});

it('pending holds, and the grant sends what was held', async () => {
  const receiver = await endpoint();
  const tab = await openTab({ beacon: receiver.url, consent: 'pending' });
  tab.happen(5);
  tab.player.consent = 'granted';
  await tab.player.updateComplete;
  await tab.player.flush();
  await until(async () => views(await receiver.taken()).length === 5, 'all five');
});
