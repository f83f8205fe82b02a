/**
 * What hotspots cost while the video plays: milliseconds of the main thread's own processor time per second of media,
 * the whole player with 20 moving hotspots beside the bare `<video>` and beside 20 bare buttons that the compositor
 * moves, in one run.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { median, SLOWED, withPage } from './browser.mjs';
import { serve } from './site.mjs';

const SECONDS = 10;
const MEDIA = '/demo/media/coffee/coffee.mp4';
const HOTSPOTS = 20;
const GOALS = { player: 25, hotspots: 5 };

/** The same motion everywhere, as fractions of the picture. */
const path = (i, t) => [
  0.05 + 0.85 * (0.5 + 0.5 * Math.sin(t * 0.7 + i)),
  0.05 + 0.8 * (0.5 + 0.5 * Math.cos(t * 0.5 + i * 1.7)),
];
const keyframes = (i) =>
  Array.from({ length: 61 }, (_, k) => {
    const [x, y] = path(i, k / 2);
    return { t: k / 2, x, y };
  });

const page = (body) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<style>body{margin:0}.cell{position:relative;width:640px;height:360px;overflow:hidden}video{width:640px;height:360px}
.hs{position:absolute;left:0;top:0;width:32px;height:32px;padding:0;will-change:transform}</style><div class="cell">${body}</div>`;
const video = `<video src="${MEDIA}" muted autoplay playsinline></video>`;
const manifest = (count) => ({
  version: 1,
  id: 'bench',
  title: 'Bench',
  duration: 30,
  media: { sources: [{ src: MEDIA, type: 'video/mp4' }] },
  products: Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    name: `Product ${i}`,
    url: '/',
    price: { minor: 1000, currency: 'EUR' },
  })),
  hotspots: Array.from({ length: count }, (_, i) => ({ product: `p${i}`, start: 0, end: 30, keyframes: keyframes(i) })),
});
const player = (count) =>
  page(`<shoppable-video autoplay muted style="display:block;width:640px;height:360px">
<script type="application/json">${JSON.stringify(manifest(count))}</script></shoppable-video><script type="module" src="/dist/shoppable-video.js"></script>`);

const PAGES = {
  '/video': page(video),
  '/compositor': page(`${video}<script>
const v = document.querySelector('video');
const frames = ${JSON.stringify(Array.from({ length: HOTSPOTS }, (_, i) => keyframes(i)))};
const moves = frames.map((list) => {
  const b = document.createElement('button'); b.className = 'hs'; v.parentNode.append(b);
  const a = b.animate(list.map(({ x, y }) => ({ transform: 'translate(' + x * 640 + 'px,' + y * 360 + 'px)' })), { duration: 30000, fill: 'both' });
  a.pause(); return a; });
v.addEventListener('playing', () => moves.forEach((a) => { a.currentTime = v.currentTime * 1000; a.play(); }));</script>`),
  '/player': player(HOTSPOTS),
  '/player-bare': player(0),
};
const NAMES = {
  '/video': 'bare <video>',
  '/compositor': `bare <video> with ${HOTSPOTS} buttons moved by the compositor`,
  '/player-bare': 'player, controls, no hotspots',
  '/player': `player, controls, ${HOTSPOTS} moving hotspots`,
};

async function cost(url) {
  return withPage(async (tab, metrics) => {
    await tab.goto(url, { waitUntil: 'domcontentloaded' });
    const media = (read) =>
      tab.evaluate((source) => {
        const v =
          document.querySelector('video') ??
          document.querySelector('shoppable-video').shadowRoot?.querySelector('video');
        return v ? new Function('v', `return ${source}`)(v) : 0;
      }, read);
    while (!((await media('v.currentTime')) > 2)) await sleep(100);
    const drawn = await tab.evaluate(
      () => document.querySelector('shoppable-video')?.shadowRoot.querySelectorAll('.hotspot').length,
    );
    const [t0, m0] = [await media('v.currentTime'), await metrics()];
    await sleep(SECONDS * 1000);
    const [t1, m1] = [await media('v.currentTime'), await metrics()];
    return { msPerS: ((m1.TaskDuration - m0.TaskDuration) * 1000) / (t1 - t0), drawn };
  });
}

export async function measure({ rounds, log }) {
  const site = await serve(PAGES);
  const seen = Object.fromEntries(Object.keys(PAGES).map((key) => [key, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const key of Object.keys(PAGES)) {
      const { msPerS, drawn } = await cost(site.url + key);
      if (key === '/player' && drawn !== HOTSPOTS) throw new Error(`${drawn} of ${HOTSPOTS} hotspots were drawn.`);
      seen[key].push(msPerS);
    }
    log(`round ${round + 1} of ${rounds}, processor slowed ${SLOWED} times`);
  }
  site.close();
  const unit = 'ms of main thread per second of playback';
  const rows = Object.entries(NAMES).map(([key, name]) => ({ name, value: median(seen[key]), unit, n: rounds }));
  const value = Object.fromEntries(Object.entries(seen).map(([key, list]) => [key, median(list)]));
  const own = value['/player'] - value['/player-bare'];
  Object.assign(rows.at(-1), { goal: GOALS.player, reached: value['/player'] <= GOALS.player });
  rows.push({
    name: 'the hotspots alone',
    value: own,
    unit,
    n: rounds,
    goal: GOALS.hotspots,
    reached: own <= GOALS.hotspots,
  });
  return rows;
}
