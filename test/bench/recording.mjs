/**
 * What beacons cost the page, beyond the same page without them: the time of recording one interaction, within the
 * shopper's tap; the processor time of all that an event causes, to its acknowledgement; and the longest piece of work that
 * recording, storing and sending do at a stretch (from Chromium's own trace). At full speed, with interactions one by one
 * and in a burst, against a receiver on another origin that takes gzip.
 */
import { startBeaconEndpoint } from '../support/beacon-endpoint.mjs';
import { median, withPage } from './browser.mjs';
import { serve } from './site.mjs';

const GOAL_US = 50;
const GOAL_MS = 1;
const INTERACTIONS = 300;
const PACE_MS = 20;

const page = (beacon) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<shoppable-video ${beacon ? `beacon="${beacon}" consent="granted"` : ''} style="display:block;width:640px;height:360px"><script type="application/json">${JSON.stringify(
  {
    version: 1,
    id: 'bench',
    title: 'Bench',
    media: { sources: [{ src: '/demo/media/coffee/coffee.mp4', type: 'video/mp4' }] },
    products: [{ id: 'mug', name: 'Mug', url: '/', price: { minor: 1900, currency: 'EUR' } }],
  },
)}</script></shoppable-video><script type="module" src="/dist/shoppable-video.js"></script>`;

/** Runs in the page. Those one by one are timed: each finds its caches as cold as a shopper's does. */
const interactions = async (count, paceMs) => {
  const player = document.querySelector('shoppable-video');
  await customElements.whenDefined('shoppable-video');
  await player.flush();
  performance.mark('begin');
  const about = { hotspotId: 'mug-spot', productId: 'mug', time: 1.5, via: 'hotspot' };
  const costs = [];
  let left = count;
  await new Promise((resolve) => {
    const timer = setInterval(() => {
      const event = Object.assign(new Event('shoppable-hotspot-clicked'), about);
      const from = performance.now();
      player.dispatchEvent(event);
      costs.push(1000 * (performance.now() - from));
      left -= 1;
      if (left) return;
      clearInterval(timer);
      resolve();
    }, paceMs);
  });
  await player.flush();
  for (let i = 0; i < 30; i += 1) player.dispatchEvent(Object.assign(new Event('shoppable-hotspot-clicked'), about));
  await player.flush();
  return costs;
};

/** Of the page's own thread; a machine that is busy with something else does not count. */
const costUs = ({ tdur, dur }) => tdur ?? dur;

/** The longest piece of work, in ms. */
function longestIn(trace) {
  const all = JSON.parse(new TextDecoder().decode(trace)).traceEvents;
  // What the player does to start is another figure's.
  const { ts: beginUs } = all.find(({ name }) => name === 'begin');
  const traceEvents = all.filter(({ ts }) => ts >= beginUs);
  const calls = traceEvents.filter(({ name, ph }) => name === 'FunctionCall' && ph === 'X');
  const dataOf = ({ args }) => args?.data ?? {};
  const own = calls.filter((call) => /\/chunks\/(outbox|start-beacons)/.test(dataOf(call).url ?? ''));
  // Between one await and the next: nothing else runs on this page.
  const afterwards = traceEvents.filter(({ name, ph }) => name === 'RunMicrotasks' && ph === 'X');
  return Math.max(...[...own, ...afterwards].map(costUs)) / 1000;
}

/** Only such a page has a clock that is finer than a tenth of a millisecond (High Resolution Time 3, §2.1). */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** @returns what `act` makes of a page with these beacons, and the seconds that its thread was busy meanwhile */
async function onPage(beacon, act) {
  const site = await serve({ '/': page(beacon) }, ISOLATED);
  try {
    return await withPage(
      async (tab, metrics) => {
        await tab.goto(site.url, { waitUntil: 'load' });
        const before = await metrics();
        const result = await act(tab);
        return { result, busyS: (await metrics()).TaskDuration - before.TaskDuration };
      },
      { slowed: 1 },
    );
  } finally {
    site.close();
  }
}

const interact = (tab) => tab.evaluate(interactions, INTERACTIONS, PACE_MS);

export async function measure({ rounds, log }) {
  const receiver = await startBeaconEndpoint();
  const each = [];
  const floor = [];
  const whole = [];
  const longest = [];
  for (let round = 0; round < rounds; round += 1) {
    const url = `${receiver.url}/bench-${round}`;
    const rules = [{ status: 204, headers: { 'Accept-Encoding': 'gzip' }, times: 1e6 }];
    await fetch(url, { method: 'PUT', body: JSON.stringify(rules) });
    const { result: bare, busyS: floorS } = await onPage(undefined, interact);
    floor.push(...bare);
    const { result, busyS } = await onPage(url, interact);
    each.push(...result);
    whole.push((1e6 * (busyS - floorS)) / INTERACTIONS);
    // A trace costs time of its own.
    await onPage(url, async (tab) => {
      await tab.tracing.start({ categories: ['devtools.timeline', 'v8.execute', 'blink.user_timing'] });
      await interact(tab);
      longest.push(longestIn(await tab.tracing.stop()));
    });
    const taken = (await fetch(url).then((answer) => answer.json())).flatMap(({ events }) => events);
    if (taken.filter(({ type }) => type === 'hotspot_click').length < 2 * (INTERACTIONS + 30))
      throw new Error('Not everything arrived.');
    log(`round ${round + 1} of ${rounds}`);
  }
  await receiver.stop();
  const sorted = [...each].sort((a, b) => a - b);
  const n = each.length;
  const row = (name, value, unit, goal, count) => ({ name, value, unit, goal, reached: value <= goal, n: count });
  return [
    row(
      'recording one interaction, beyond the same page without beacons',
      median(each) - median(floor),
      'µs',
      GOAL_US,
      n,
    ),
    { name: '  with beacons, median', value: median(each), unit: 'µs', n },
    { name: '  with beacons, 95th percentile', value: sorted[Math.floor(n * 0.95)], unit: 'µs', n },
    { name: '  without beacons, median', value: median(floor), unit: 'µs', n: floor.length },
    { name: 'all of an event, to its acknowledgement, median', value: median(whole), unit: 'µs', n: rounds },
    row('longest piece of work: recording, storing, sending', median(longest), 'ms', GOAL_MS, rounds),
  ];
}
