/** Those kinds that the drivers of Firefox and WebKit can cause. */
import * as inject from '../lab/injections.mjs';
import { first } from '../lab/proxy.mjs';
import { make, namesFor, openShop, ready } from '../lab/visitor.mjs';
import { delay } from '../lab/wait.mjs';

const onTheWay = (name, injection) => ({ name, plan: () => first(3, injection) });

export const inEveryEngine = [
  onTheWay('503', inject.status(503)),
  onTheWay('429, seconds', inject.retryAfter(429, 1)),
  onTheWay('reset before the body', inject.resetBefore),
  onTheWay('acknowledgement lost after commit', inject.ackLost),
  onTheWay('captive portal: 200 HTML', inject.captivePortal),
  onTheWay('missing CORS', inject.noCors),
  {
    name: 'kept over a reload',
    async meanwhile({ proxy, tab }) {
      await proxy.refuse();
      await delay(500);
      await tab.reload();
      await ready(tab);
    },
    mend: ({ proxy }) => proxy.open(),
  },
  {
    name: '2 tabs',
    async meanwhile({ context, address, ledger, label }) {
      const second = await openShop(context, address);
      await make(second, ledger, namesFor(`${label}.second`, 20));
    },
  },
  {
    name: 'tab closed at once',
    patienceMs: 3_000,
    async meanwhile({ tab }) {
      await tab.close();
    },
  },
  {
    name: 'storage denied',
    options: {
      patch:
        "Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('denied', 'SecurityError'); } });",
    },
  },
];
