/**
 * What beacons cost the page: the processor time of recording one interaction, from its event to the queue, and the longest
 * piece of work that recording, storing and sending do at a stretch (from Chromium's own trace). At full speed, with
 * interactions one by one and in a burst, against a receiver on another origin that takes gzip.
 */
import { startBeaconEndpoint } from '../support/beacon-endpoint.mjs';
import { median, withPage } from './browser.mjs';
import { serve } from './site.mjs';

const GOAL_US = 50;
const GOAL_MS = 1;
const INTERACTIONS = 300;
const PACE_MS = 20;

const page = (beacon) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<shoppable-video beacon="${beacon}" consent="granted" style="display:block;width:640px;height:360px"><script type="application/json">${JSON.stringify(
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
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const calls = traceEvents.filter(({ name, ph }) => name === 'FunctionCall' && ph === 'X');
  const dataOf = ({ args }) => args?.data ?? {};
  const own = calls.filter((call) => /\/chunks\/(outbox|start-beacons)/.test(dataOf(call).url ?? ''));
  // Between one await and the next: nothing else runs on this page.
  const afterwards = traceEvents.filter(({ name, ph }) => name === 'RunMicrotasks' && ph === 'X');
  return Math.max(...[...own, ...afterwards].map(costUs)) / 1000;
}

export async function measure({ rounds, log }) {
  const receiver = await startBeaconEndpoint();
  const each = [];
  const longest = [];
  for (let round = 0; round < rounds; round += 1) {
    const url = `${receiver.url}/bench-${round}`;
    const rules = [{ status: 204, headers: { 'Accept-Encoding': 'gzip' }, times: 1e6 }];
    await fetch(url, { method: 'PUT', body: JSON.stringify(rules) });
    // Only such a page has a clock that is finer than a tenth of a millisecond (High Resolution Time 3, §2.1).
    const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    const site = await serve({ '/': page(url) }, isolated);
    await withPage(
      async (tab) => {
        await tab.goto(site.url, { waitUntil: 'load' });
        await tab.tracing.start({ categories: ['devtools.timeline', 'v8.execute'] });
        each.push(...(await tab.evaluate(interactions, INTERACTIONS, PACE_MS)));
        longest.push(longestIn(await tab.tracing.stop()));
      },
      { slowed: 1 },
    );
    const taken = (await fetch(url).then((answer) => answer.json())).flatMap(({ events }) => events);
    if (taken.filter(({ type }) => type === 'hotspot_click').length < INTERACTIONS + 30)
      throw new Error('Not everything arrived.');
    site.close();
    log(`round ${round + 1} of ${rounds}`);
  }
  await receiver.stop();
  const sorted = [...each].sort((a, b) => a - b);
  const row = (name, value, unit, goal, n) => ({ name, value, unit, goal, reached: value <= goal, n });
  return [
    row('recording one interaction, median', median(each), 'µs', GOAL_US, each.length),
    {
      name: 'recording one interaction, 95th percentile',
      value: sorted[Math.floor(sorted.length * 0.95)],
      unit: 'µs',
      n: each.length,
    },
    row('longest piece of work: recording, storing, sending', median(longest), 'ms', GOAL_MS, rounds),
  ];
}
