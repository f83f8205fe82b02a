/** Row 12: clocks that are years wrong, and clocks that jump between an event and its sending. */

import { seeded, seedOf } from '../../support/random.mjs';
import { createLedger, merge } from '../lab/ledger.mjs';
import { startProxy } from '../lab/proxy.mjs';
import { delay, holds } from '../lab/wait.mjs';

const EVENTS = 10_000;
const EACH = 20;
const YEAR_MS = 365.25 * 86_400_000;
const GOAL = 0.999;
const TOLERANCE_MS = 50;

/** Puts the page's clock `offset` off, and lets it be moved. What is true stays to be had. */
const fakeClock = (offset) => {
  const RealDate = Date;
  globalThis.clockOffset = offset;
  globalThis.trueNow = () => RealDate.now();
  const now = () => RealDate.now() + globalThis.clockOffset;
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length ? parts : [now()]));
    }
    static now = now;
  };
};

async function session(lab, collector, chromium, { offset, jump, n }) {
  const label = `clock${n}`;
  const ledger = createLedger();
  const proxy = await startProxy(collector.url);
  const context = await chromium.createBrowserContext();
  const truth = new Map();
  try {
    const tab = await context.newPage();
    await tab.evaluateOnNewDocument(fakeClock, offset);
    await tab.goto(lab.site.page({ beacon: `${proxy.url}/v1/beacons`, site: 'clocks', consent: 'granted' }));
    await tab.evaluate(() => globalThis.harness.ready());
    for (let i = 0; i < EACH; i += 1) {
      const name = `${label}.${i}`;
      const atMs = await tab.evaluate((one) => {
        globalThis.harness.make([one]);
        return globalThis.trueNow();
      }, name);
      ledger.offer([name], atMs);
      truth.set(name, atMs);
      if (jump && i === EACH / 2) await tab.evaluate((by) => (globalThis.clockOffset += by), jump);
      await delay(40);
    }
    await tab.evaluate(() => globalThis.harness.player.flush());
    await holds(() => proxy.has(ledger.names), 20_000);
    const rttMs = await tab.evaluate(() =>
      Math.max(
        ...performance
          .getEntriesByType('resource')
          .filter(({ name: url }) => url.endsWith('/v1/beacons'))
          .map(({ duration }) => duration),
      ),
    );
    return { ledger, truth, jump, toleranceMs: TOLERANCE_MS + rttMs / 2 };
  } finally {
    await context.close();
    await proxy.close();
  }
}

export async function measure(lab) {
  const random = seeded(seedOf(lab.seed, 'clocks'));
  const chromium = await lab.browser();
  const collector = await lab.startCollector();
  const sessions = lab.sized(EVENTS / EACH, 12);
  try {
    const runs = [];
    for (let n = 0; n < sessions; n += 1) {
      const edge = [-10, 10, 0, -1, 1][n] ?? random.between(-10, 10);
      const jump = n % 2 ? random.pick([-3_600_000, 3_600_000, -YEAR_MS, YEAR_MS, 5_000, -5_000]) : 0;
      runs.push(
        await session(lab, collector, chromium, { offset: Math.round(edge * YEAR_MS), jump: Math.round(jump), n }),
      );
    }
    const rows = await collector.rows();
    const timeOf = new Map(rows.map(({ productId, atMs }) => [productId, atMs]));
    const share = (some) => {
      const truths = some.flatMap(({ truth, toleranceMs }) => [...truth].map((one) => [...one, toleranceMs]));
      const right = truths.filter(([name, atMs, within]) => Math.abs(timeOf.get(name) - atMs) <= within).length;
      return { value: right / truths.length, n: truths.length };
    };
    const row = (name, some) => {
      const { value, n } = share(some);
      return { name, value, unit: `within RTT/2 + ${TOLERANCE_MS} ms`, goal: GOAL, reached: value >= GOAL, n };
    };
    const { missing, ...compared } = merge(runs).compare(rows);
    return [
      {
        ...row(
          'clocks −10 y … +10 y',
          runs.filter(({ jump }) => !jump),
        ),
        ...compared,
      },
      row(
        'clocks that jump mid-session',
        runs.filter(({ jump }) => jump),
      ),
    ];
  } finally {
    await collector.remove();
  }
}
