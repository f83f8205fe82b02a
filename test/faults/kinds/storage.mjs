/** What becomes of what a browser keeps. */

import { ready } from '../lab/visitor.mjs';
import { delay } from '../lab/wait.mjs';

const denied = (name, patch) => ({ name, options: { patch }, returnOptions: {} });
const throwing = (what) => `() => { throw new DOMException('${what}', 'SecurityError'); }`;

/** Nothing gets through to the collector until after the damage, so that all depends on what is kept. */
const cutOff = (name, damage, { mend = () => delay(1_000), ...more } = {}) => ({
  name,
  async meanwhile(lab) {
    await lab.proxy.refuse();
    await delay(500);
    await damage(lab);
  },
  async mend(lab) {
    await mend(lab);
    await lab.proxy.open();
  },
  ...more,
});

/** Makes a database unreadable: bytes of another kind under its name and version. */
const spoil = async () => {
  for (const { name, version } of await indexedDB.databases()) {
    await new Promise((resolve) => {
      const request = indexedDB.open(name, version);
      request.onsuccess = () => {
        const database = request.result;
        const stores = [...database.objectStoreNames];
        if (stores.length) {
          const transaction = database.transaction(stores, 'readwrite');
          for (const store of stores) {
            const open = transaction.objectStore(store).openCursor();
            let first = true;
            open.onsuccess = () => {
              if (!open.result || !first) return;
              first = false;
              // one row of nonsense beside the good ones
              const key = open.result.key;
              transaction
                .objectStore(store)
                .put({ nonsense: [1, null] }, Array.isArray(key) ? [...key.slice(0, -1), 'nonsense'] : 'nonsense');
            };
          }
          transaction.oncomplete = transaction.onabort = resolve;
        } else resolve();
        database.close();
      };
      request.onerror = request.onblocked = resolve;
    });
  }
};

async function evict({ tab }) {
  const cdp = await tab.createCDPSession();
  await cdp.send('Storage.clearDataForOrigin', { origin: new URL(tab.url()).origin, storageTypes: 'all' });
}

export const storage = [
  denied(
    'storage denied',
    `Object.defineProperty(window, 'indexedDB', { get: ${throwing('denied')} });
    for (const key of ['localStorage', 'sessionStorage']) Object.defineProperty(window, key, { get: ${throwing('denied')} });`,
  ),
  denied('IndexedDB missing', "Object.defineProperty(window, 'indexedDB', { value: undefined });"),
  denied('IndexedDB refuses to open', `IDBFactory.prototype.open = ${throwing('refused')};`),
  denied('IndexedDB never answers', 'IDBFactory.prototype.open = () => new EventTarget();'),
  denied(
    'IndexedDB transactions abort',
    `const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...parts) { const one = real.apply(this, parts); queueMicrotask(() => { try { one.abort(); } catch {} }); return one; };`,
  ),
  {
    name: 'IndexedDB blocked by a newer version',
    async prepare({ page, address }) {
      // another tab of a later version holds the database
      await page.goto(new URL('/away', address).href);
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const request = indexedDB.open('shoppable-video', 99);
            request.onsuccess = request.onerror = () => resolve();
          }),
      );
    },
  },
  {
    name: 'storage full',
    async prepare({ page, address }) {
      const cdp = await page.createCDPSession();
      await cdp.send('Storage.overrideQuotaForOrigin', { origin: new URL(address).origin, quotaSize: 1 });
    },
  },
  cutOff('storage corrupt', ({ tab }) => tab.evaluate(spoil), {
    patienceMs: 1_000,
    async mend({ tab }) {
      await delay(500);
      await tab.close();
    },
  }),
  cutOff('storage evicted', evict),
  cutOff('IndexedDB deleted by a script', ({ tab }) =>
    tab.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    }),
  ),
  cutOff(
    'kept over a reload',
    async ({ tab }) => {
      await tab.reload({ waitUntil: 'load' });
      await ready(tab);
    },
    { mend: () => {} },
  ),
];
