/** What a network does. */
import * as inject from '../lab/injections.mjs';
import { first } from '../lab/proxy.mjs';
import { delay } from '../lab/wait.mjs';

const BAD = 3;
const onTheWay = (injection, more) => ({ name: injection.name, plan: () => first(BAD, injection), ...more });

/** Chromium's own network stack fails, with this reason (CDP, `Network.ErrorReason`). */
const failing =
  (errorReason) =>
  async ({ page }) => {
    const cdp = await page.createCDPSession();
    let left = BAD;
    cdp.on('Fetch.requestPaused', ({ requestId }) => {
      left -= 1;
      const answer =
        left >= 0 ? ['Fetch.failRequest', { requestId, errorReason }] : ['Fetch.continueRequest', { requestId }];
      cdp.send(...answer).catch(() => {});
    });
    await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*/v1/beacons*' }] });
  };
const failingWith = (name, reason) => ({ name, prepare: failing(reason) });

export const transport = [
  ...[inject.resetBefore, inject.resetMid, inject.resetAfter, inject.ackLost].map((injection) => onTheWay(injection)),
  onTheWay(inject.slowUp, { patienceMs: 75_000, slow: true }),
  onTheWay(inject.slowDown, { patienceMs: 75_000, slow: true }),
  onTheWay(inject.stall, { patienceMs: 75_000, slow: true }),
  failingWith('DNS failure', 'NameNotResolved'),
  failingWith('no route', 'AddressUnreachable'),
  failingWith('the network changes', 'Aborted'),
  failingWith('connection times out', 'TimedOut'),
  ...[inject.gzipTruncated, inject.gzipCorrupt, inject.bodyCut, inject.reorder, inject.replay].map((injection) =>
    onTheWay(injection),
  ),
  ...[301, 302, 307, 308].map((code) => onTheWay(inject.redirect(code))),
  ...[inject.garbage, inject.cutHeaders, inject.emptyAnswer, inject.cutReply, inject.otherJson].map((injection) =>
    onTheWay(injection),
  ),
  {
    name: 'connection refused',
    async meanwhile({ proxy }) {
      await proxy.refuse();
    },
    async mend({ proxy }) {
      await delay(2_500);
      await proxy.open();
    },
  },
];
