/**
 * What a player costs as the page starts, the processor slowed: main-thread time and long tasks of a poster that nobody
 * has touched, of ten of them, and the time to the first frame with autoplay beside the same media without a player.
 */
import { median, SLOWED, withPage } from './browser.mjs';
import { serve } from './site.mjs';
import { tasksFrom, traced } from './trace.mjs';

/** From here on a task is a long one (W3C, Long Tasks API). */
const LONG_MS = 50;

const MP4 = ['/demo/media/coffee/coffee.mp4', 'video/mp4'];
const HLS = ['/demo/media/coffee/coffee.m3u8', 'application/vnd.apple.mpegurl'];

const probe = `<script>
window.bench = {};
const seen = (event) => { const video = event.composedPath()[0];
  if (video.requestVideoFrameCallback && !bench.asked) { bench.asked = true; video.requestVideoFrameCallback(() => { bench.firstFrame ??= performance.now(); }); } };
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) { const root = attach.call(this, init); root.addEventListener('loadstart', seen, true); return root; };
document.addEventListener('loadstart', seen, true);
</script>`;
const page = (body) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>body{margin:0}</style>${probe}${body}`;
const manifest = ([src, type]) =>
  JSON.stringify({
    version: 1,
    id: 'bench',
    title: 'Bench',
    media: { sources: [{ src, type }] },
    products: [{ id: 'mug', name: 'Mug', url: '/', price: { minor: 1900, currency: 'EUR' } }],
    hotspots: [{ product: 'mug', start: 0, end: 30, keyframes: [{ t: 0, x: 0.4, y: 0.6 }] }],
  });
const player = (
  source,
  attributes = '',
) => `<shoppable-video ${attributes} style="display:inline-block;width:640px;height:360px">
<script type="application/json">${manifest(source)}</script><img slot="poster" alt="" src="/demo/media/coffee/poster.jpg"></shoppable-video>`;
const script = '<script type="module" src="/dist/shoppable-video.js"></script>';
const bare = ([src]) => `<video src="${src}" muted autoplay playsinline width="640" height="360"></video>`;

const PAGES = {
  '/blank': page('<p>Nothing.</p>'),
  '/one': page(script + player(MP4)),
  '/ten': page(script + player(MP4).repeat(10)),
  '/mp4-bare': page(bare(MP4)),
  '/mp4': page(script + player(MP4, 'autoplay muted')),
  '/native-bare': page(bare(HLS)),
  '/native': page(script + player(HLS, 'autoplay muted engine="native"')),
  '/hls-bare': page(`<video muted autoplay playsinline width="640" height="360"></video>
<script type="module">import Hls from '/dist/chunks/hls.light.js'; const hls = new Hls({ enableWorker: false }); hls.loadSource('${HLS[0]}'); hls.attachMedia(document.querySelector('video'));</script>`),
  '/hls': page(script + player(HLS, 'autoplay muted engine="hls"')),
};

/** Pages on which nothing plays. */
const STILL = ['/blank', '/one', '/ten'];
/** Those whose tasks are looked at. */
const OURS = ['/one', '/mp4', '/native', '/hls'];

async function open(tab, site, path) {
  await tab.goto(site + path, { waitUntil: 'load' });
  if (!STILL.includes(path)) await tab.waitForFunction(() => window.bench.firstFrame, { timeout: 20_000 });
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

const load = (site, path) =>
  withPage(async (tab, metrics) => {
    await open(tab, site, path);
    const { TaskDuration } = await metrics();
    return { cpu: TaskDuration * 1000, ...(await tab.evaluate(() => window.bench)) };
  });

/** What the main thread does from the player's first line on, in a load of its own: to write it down costs time. */
const tasks = (site, path) =>
  withPage(async (tab) => tasksFrom(await traced(tab, () => open(tab, site, path)), site + path));

export async function measure({ rounds, log }) {
  const site = await serve(PAGES);
  const seen = Object.fromEntries(Object.keys(PAGES).map((key) => [key, []]));
  await load(site.url, '/blank'); // the first load of a browser's files from the disk is nobody's fault
  for (let round = 0; round < rounds; round += 1) {
    for (const key of Object.keys(PAGES)) {
      const run = await load(site.url, key);
      if (OURS.includes(key)) {
        const times = await tasks(site.url, key);
        run.longest = Math.max(...times);
        run.long = times.filter((ms) => ms >= LONG_MS).length;
      }
      seen[key].push(run);
    }
    log(`round ${round + 1} of ${rounds}, processor slowed ${SLOWED} times`);
  }
  site.close();
  const of = (key, what) => median(seen[key].map((run) => run[what]));
  const row = (name, value, unit, goal) => ({ name, value, unit, goal, reached: value <= goal, n: rounds });
  const cpu = (key) => of(key, 'cpu') - of('/blank', 'cpu');
  const long = (name, key) => [
    row(`${name}: long tasks`, of(key, 'long'), 'count', 0),
    {
      name: `${name}: the longest task, of the main thread's own time`,
      value: of(key, 'longest'),
      unit: 'ms',
      n: rounds,
    },
  ];
  const first = (name, key, floor, goal) => [
    { name: `${name}: first frame`, value: of(key, 'firstFrame'), unit: 'ms', n: rounds },
    row(`${name}: ÷ the same media without a player`, of(key, 'firstFrame') / of(floor, 'firstFrame'), 'ratio', goal),
    ...long(name, key),
  ];
  return [
    row('one player, untouched: main thread beyond a blank page', cpu('/one'), 'ms', 60),
    ...long('one player, untouched', '/one'),
    row('ten players, untouched: main thread beyond a blank page', cpu('/ten'), 'ms', 110),
    ...first('MP4', '/mp4', '/mp4-bare', 1.1),
    ...first("HLS, the browser's own", '/native', '/native-bare', 1.1),
    ...first('HLS by hls.js', '/hls', '/hls-bare', 1.15),
  ];
}
