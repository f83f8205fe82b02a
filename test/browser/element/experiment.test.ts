import 'axe-core/axe.min.js';
import { armOf, HOLDOUT } from '../../../src/experiment/arm-of.js';
import * as assert from '../../support/assert.js';
import { askedFor, inside, mountPlayer, next, until } from '../../support/page.js';
import { endpoint } from '../beacon/tabs.js';
import { hls, lamp, manifestOf, mp4, mug, still } from '../support/manifest.js';

type Player = Awaited<ReturnType<typeof mountPlayer>>[0];

declare const axe: { run(element: Element): Promise<{ violations: { id: string }[] }> };

const KEY = 'shoppable-video';
const gone: (() => void)[] = [];

afterEach(() => {
  for (const away of gone.splice(0)) away();
  localStorage.removeItem(KEY);
  sessionStorage.removeItem(KEY);
});

const EXPERIMENT = {
  id: 'order',
  arms: [
    { id: 'plain', weight: 1 },
    {
      id: 'lamp-first',
      weight: 1,
      patch: {
        media: { sources: [mp4] },
        hotspots: [still('lamp')],
        segments: { demo: { host: 'Bo' } },
      },
    },
  ],
};

const SEGMENTS = [
  { id: 'intro', label: 'Intro', start: 0, end: 3, host: 'Ada' },
  { id: 'demo', label: 'Demo', start: 3, end: 6, host: 'Ada' },
];

/** A viewer whose arm is this one. */
function viewerIn(arm: string, experiment: Parameters<typeof armOf>[0] = EXPERIMENT): string {
  for (let i = 0; ; i += 1) {
    const viewer = `0199c5f0-1b2c-7d3e-8f4a-${String(i).padStart(12, '0')}`;
    if (armOf(experiment, viewer) === arm) return viewer;
  }
}

const comeAs = (viewer: string) => localStorage.setItem(KEY, `${viewer} ${viewer} ${Date.now()}`);

async function show(attributes: Record<string, string> = {}, experiment: object = EXPERIMENT): Promise<Player> {
  const [player, away] = await mountPlayer({ consent: 'granted', ...attributes });
  gone.push(away);
  player.manifest = manifestOf({
    media: { sources: [hls] },
    products: [mug, lamp],
    segments: SEGMENTS,
    experiment: experiment as never,
  });
  return player;
}

/** What a player comes to show, once it plays. */
async function shown(player: Player) {
  const loaded = next(player, 'shoppable-manifest-loaded');
  const playing = player.play();
  playing.catch(() => {});
  const { manifest } = await loaded;
  return {
    hotspots: manifest.hotspots.map(({ product }) => product).join(),
    source: manifest.media.sources[0]!.type,
    hosts: manifest.segments.map(({ host }) => host).join(),
  };
}

const PLAIN = { hotspots: 'mug', source: hls.type, hosts: 'Ada,Ada' };
const LAMP_FIRST = { hotspots: 'lamp', source: mp4.type, hosts: 'Ada,Bo' };

/** The opportunity, as the endpoint got it. */
async function opportunity(player: Player, receiver: Awaited<ReturnType<typeof endpoint>>) {
  return until(async () => {
    await player.flush();
    return (await receiver.taken()).find(({ type }) => type === 'player_opportunity');
  }, 'the opportunity');
}

for (const [arm, sees] of [
  ['plain', PLAIN],
  ['lamp-first', LAMP_FIRST],
] as const)
  it(`a viewer of the arm ${arm} sees it, on each page, and is counted in it before playing`, async () => {
    const receiver = await endpoint();
    const viewer = viewerIn(arm);
    comeAs(viewer);
    for (let page = 0; page < 2; page += 1) {
      const player = await show({ beacon: receiver.url });
      const { experiment, arm: told, counted } = await next(player, 'shoppable-experiment-assigned');
      assert.deepEqual([experiment, told, counted], ['order', arm, true]);
      const event = await opportunity(player, receiver);
      assert.deepEqual([event.experiment, event.arm, event.viewerId], ['order', arm, viewer]);
      assert.deepEqual(await shown(player), sees);
      gone.pop()!();
    }
  });

it('a viewer who is new gets the arm of the hash of the id that the beacons tell', async () => {
  const receiver = await endpoint();
  const player = await show({ beacon: receiver.url });
  const { arm } = await next(player, 'shoppable-experiment-assigned');
  const event = await opportunity(player, receiver);
  assert.equal(event.arm, arm);
  assert.equal(armOf(EXPERIMENT, event.viewerId!), arm);
});

it('an arm of another film never asks for the first one', async () => {
  comeAs(viewerIn('lamp-first'));
  const player = await show(
    { autoplay: '', muted: '' },
    {
      ...EXPERIMENT,
      arms: EXPERIMENT.arms.map((arm) => ({ ...arm, id: arm.id })),
    },
  );
  await next(player, 'shoppable-ready');
  assert.ok(/clip\.mp4$/.test(inside<HTMLVideoElement>(player, 'video')!.currentSrc));
});

it('a holdout sees the poster, can press nothing, and is counted', async () => {
  const receiver = await endpoint();
  const experiment = { ...EXPERIMENT, holdout: 0.3 };
  comeAs(viewerIn(HOLDOUT, experiment));
  const player = await show(
    { beacon: receiver.url, autoplay: '', muted: '', poster: '/demo/media/coffee/poster.jpg' },
    experiment,
  );
  const { arm, counted } = await next(player, 'shoppable-experiment-assigned');
  assert.deepEqual([arm, counted], [HOLDOUT, true]);
  await until(() => inside(player, '.start')?.offsetParent === null, 'no play button');
  const event = await opportunity(player, receiver);
  assert.deepEqual([event.experiment, event.arm], ['order', HOLDOUT]);
  assert.ok(inside(player, '.poster')!.getBoundingClientRect().width > 0, 'the poster');
  for (const part of ['.count', 'video', '.problem']) assert.ok(!inside(player, part)?.offsetParent, part);
  const name = await player.play().then(
    () => 'played',
    (error: Error) => error.name,
  );
  assert.equal(name, 'AbortError');
  assert.ok(!inside(player, '.problem'), 'no error');
  assert.deepEqual(
    (await axe.run(player)).violations.map(({ id }) => id),
    [],
  );
  const types = new Set((await receiver.taken()).map(({ type }) => type));
  assert.deepEqual([...types], ['player_opportunity']);
});

for (const attributes of [{ consent: 'pending' }, { consent: 'denied' }, { 'id-scope': 'none' }] as Record<
  string,
  string
>[])
  it(`${JSON.stringify(attributes)}: the first arm, outside, and nothing is stored`, async () => {
    const player = await show(attributes);
    const { arm, counted } = await next(player, 'shoppable-experiment-assigned');
    assert.deepEqual([arm, counted], ['plain', false]);
    assert.deepEqual(await shown(player), PLAIN);
    if ('consent' in attributes) assert.equal(localStorage.getItem(KEY), null);
  });

it('consent that comes later changes nothing on this page, and the next one has the arm', async () => {
  const receiver = await endpoint();
  const viewer = viewerIn('lamp-first');
  comeAs(viewer);
  const player = await show({ beacon: receiver.url, consent: 'pending' });
  await next(player, 'shoppable-experiment-assigned');
  player.consent = 'granted';
  const event = await opportunity(player, receiver);
  assert.deepEqual([event.viewerId, event.arm, event.experiment], [viewer, undefined, undefined]);
  assert.deepEqual(await shown(player), PLAIN);
  gone.pop()!();
  assert.deepEqual(await shown(await show()), LAMP_FIRST);
});

it('Global Privacy Control leaves the viewer outside, unless the page has asked', async () => {
  Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
  gone.push(() => Reflect.deleteProperty(navigator, 'globalPrivacyControl'));
  const player = await show({ consent: 'pending' });
  assert.equal((await next(player, 'shoppable-experiment-assigned')).counted, false);
});

it('the page may look at an arm, and nobody is counted', async () => {
  const receiver = await endpoint();
  comeAs(viewerIn('plain'));
  const player = await show({ beacon: receiver.url, arm: 'lamp-first' });
  const event = await opportunity(player, receiver);
  assert.equal(event.arm, undefined);
  assert.deepEqual(await shown(player), LAMP_FIRST);
});

it('a patch that breaks the manifest is one warning; the first arm is shown, and nobody is counted', async () => {
  const receiver = await endpoint();
  const arms = [EXPERIMENT.arms[0], { id: 'broken', weight: 1e9, patch: { hotspots: [still('none'), still('nil')] } }];
  const player = await show({ beacon: receiver.url }, { id: 'order', arms });
  const { error } = await next(player, 'shoppable-error');
  assert.equal(error.code, 'manifest-warning');
  assert.ok(/^experiment\.arms\[1\]\.patch: .*hotspots\[0\]\.product/.test(error.message), error.message);
  const event = await opportunity(player, receiver);
  assert.deepEqual([event.experiment, event.arm], [undefined, undefined]);
  assert.deepEqual(await shown(player), PLAIN);
});

it('a page whose manifest has no experiment loads nothing of it', async () => {
  const before = (await askedFor('chunks/experiment.js')).length;
  const [player, away] = await mountPlayer({});
  gone.push(away);
  player.manifest = manifestOf();
  await until(() => inside(player, '.count'), 'the products');
  assert.equal((await askedFor('chunks/experiment.js')).length, before);
});
