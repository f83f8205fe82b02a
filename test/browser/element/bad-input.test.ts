import { deepEqual, equal, ok } from '../../support/assert.js';
import { click, inside, next, until } from '../../support/page.js';
import { hls, manifestOf, mug, still } from '../support/manifest.js';
import { card, heard, holdAt, hotspots, mount, play } from '../support/players.js';

/** Plays a manifest, and gives the places that were left out of it. */
async function pathsOf(manifest: unknown) {
  const player = await mount(manifest);
  const loaded = next(player, 'shoppable-manifest-loaded');
  await play(player);
  const { warnings } = await loaded;
  return { player, paths: warnings.map(({ path }) => path) };
}

const bad: [what: string, manifest: unknown, paths: string[], hotspots: number][] = [
  [
    'unknown keys',
    { ...manifestOf(), colour: 'red', products: [{ ...mug, cost: 3 }] },
    ['colour', 'products[0].cost'],
    1,
  ],
  [
    'a wrong type deep inside',
    manifestOf({
      hotspots: [
        { ...still('mug'), keyframes: [{ t: 0, x: '0.5' as unknown as number, y: 0 }] },
        { ...still('mug'), id: 'b' },
      ],
    }),
    ['hotspots[0].keyframes[0].x'],
    1,
  ],
  ['a product that is not there', manifestOf({ hotspots: [still('none'), still('mug')] }), ['hotspots[0].product'], 1],
  [
    'a place outside of the picture',
    manifestOf({ hotspots: [{ ...still('mug'), keyframes: [{ t: 0, x: 1.2, y: 0.5 }] }] }),
    ['hotspots[0].keyframes[0].x'],
    0,
  ],
  [
    'an end before the start',
    manifestOf({ hotspots: [{ ...still('mug'), start: 3, end: 1 }] }),
    ['hotspots[0].end'],
    0,
  ],
];

const HOSTILE = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
const SCRIPT = 'javascript:window.ran=1';

describe('what is wrong is left out, and the rest plays', () => {
  for (const [what, manifest, expected, count] of bad) {
    it(what, async () => {
      const { player, paths } = await pathsOf(manifest);
      deepEqual(paths.toSorted(), expected, 'places');
      await holdAt(player, 1);
      equal(hotspots(player).length, count, 'hotspots');
    });
  }

  it('hostile strings are text, and hostile addresses are nothing', async () => {
    const hostile = {
      ...manifestOf({
        title: HOSTILE,
        poster: SCRIPT,
        media: { sources: [{ src: SCRIPT, type: 'video/mp4' }, hls], storyboard: SCRIPT },
        products: [
          {
            ...mug,
            name: HOSTILE,
            description: HOSTILE,
            brand: HOSTILE,
            media: [{ role: 'angle', src: SCRIPT, alt: HOSTILE }],
          },
          { ...mug, id: 'script', url: SCRIPT },
        ],
        hotspots: [
          { ...still('mug'), label: HOSTILE },
          { ...still('mug', 0.6), id: 'link', action: 'link', target: SCRIPT },
        ],
      }),
      ...JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
    };
    const player = await mount(JSON.parse(JSON.stringify(hostile)));
    const loaded = next(player, 'shoppable-manifest-loaded');
    await play(player);
    const { warnings } = await loaded;
    const places = warnings.map(({ path }) => path);
    for (const place of [
      'poster',
      'media.sources[0]',
      'media.storyboard',
      'products[0].media[0]',
      'products[1]',
      'hotspots[1]',
    ]) {
      ok(
        places.some((path) => path?.startsWith(place)),
        `${place} is named in ${places.join(', ')}.`,
      );
    }
    await holdAt(player, 1);
    await click(hotspots(player)[0]!);
    const dialog = await card(player);
    equal(dialog.querySelector('h2')!.textContent, HOSTILE, 'name');
    inside(player, '[part=scene-toggle]')!.click();
    await until(() => inside(player, '.scene button'), 'the list');
    const addresses = [...player.shadowRoot!.querySelectorAll('[href], [src]')].flatMap((element) => [
      element.getAttribute('href') ?? '',
      element.getAttribute('src') ?? '',
    ]);
    deepEqual(
      addresses.filter((address) => /^\s*(javascript|data):/i.test(address)),
      [],
      'addresses',
    );
    ok(!player.shadowRoot!.querySelector('script, [onerror]'), 'No markup of the manifest is in the tree.');
    equal((window as unknown as { ran?: number }).ran, undefined, 'scripts that ran');
    equal(({} as { polluted?: boolean }).polluted, undefined, 'polluted');
  });

  it('a beacon address that is dead costs nothing', async () => {
    const lost: unknown[] = [];
    const hear = (event: PromiseRejectionEvent) => lost.push(event.reason);
    window.addEventListener('unhandledrejection', hear);
    const { warn, error } = console;
    const lines: unknown[][] = [];
    console.warn = console.error = (...words: unknown[]) => void lines.push(words);
    try {
      const player = await mount(manifestOf(), { beacon: 'http://127.0.0.1:9/b', consent: 'granted' });
      const errors = heard(player, 'shoppable-error');
      await play(player);
      await player.flush();
      await until(() => player.currentTime > 0.5, 'it plays');
      equal(errors.length, 0, 'errors');
    } finally {
      Object.assign(console, { warn, error });
      window.removeEventListener('unhandledrejection', hear);
    }
    equal(lost.length, 0, 'unhandled rejections');
    ok(lines.length <= 1, `Console: ${JSON.stringify(lines)}`);
  });

  it('an unknown product in the address of the page opens nothing and breaks nothing', async () => {
    history.replaceState(null, '', '#t=nonsense&product=__proto__');
    const player = await mount(manifestOf());
    const errors = heard(player, 'shoppable-error');
    await play(player);
    ok(!inside(player, 'dialog'), 'No card is open.');
    equal(errors.length, 0, 'errors');
    const broken = await mount(manifestOf(), { start: 'soon', fit: 'stretch', position: 'javascript:1', locale: '!!' });
    await play(broken);
  });
});
