import type { ShoppableVideo } from '../../src/element/shoppable-video.js';
import { ok } from '../support/assert.js';
import { type Framing, type OverlayRecord, quantile, recordOverlay, type Truth } from '../support/overlay-error.js';
import { COFFEE, click, engineName, inside, mountPlayer, next, until } from '../support/page.js';

/** Of the picture's width; 95 of 100 readings are no further off. */
const LIMIT = { Chromium: 0.01, Firefox: 0.01, WebKitGTK: 0.02 }[engineName()];

interface Box extends Framing {
  readonly style: string;
}

const CONTAIN: Box = { fit: 'contain', style: 'left:0;top:0;width:480px;height:330px' };
const COVER: Box = { fit: 'cover', position: [0.2, 0.5], style: 'left:0;top:0;width:400px;height:330px' };
const PORTRAIT: Box = { fit: 'cover', style: 'left:420px;top:0;width:270px;height:480px' };

const EXCERPT_S = 8;

const readTruth = async () => (await (await fetch(`${COFFEE}/truth.json`)).json()) as Truth;

const percent = (share: number) => `${(share * 100).toFixed(3)} %`;

/** Prints the figures, then holds them against what is allowed. `span` is what was to be seen, in seconds of the film. */
function judge(name: string, { errors, times }: OverlayRecord, span: readonly [from: number, to: number], fps: number) {
  const p95 = quantile(errors, 0.95);
  console.log(
    `${name}: p95 ${percent(p95)}, median ${percent(quantile(errors, 0.5))}, worst ${percent(quantile(errors, 1))} ` +
      `of the picture's width; ${errors.length} readings in ${times.length} frames`,
  );
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const expected = (span[1] - span[0]) * fps;
  ok(first <= span[0] + 0.5 && last >= span[1] - 0.5, `${name}: frames were seen only from ${first} to ${last} s.`);
  ok(times.length >= expected / 2, `${name}: only ${times.length} of about ${expected} frames were seen.`);
  ok(errors.length >= expected / 2, `${name}: only ${errors.length} readings; the excerpt shows too few hotspots.`);
  ok(
    p95 <= LIMIT,
    `${name}: the 95th percentile is ${percent(p95)} of the picture's width; ${percent(LIMIT)} are allowed.`,
  );
}

describe('hotspots lie on their products', () => {
  const unmounts: (() => void)[] = [];
  let truth: Truth;
  before(async () => {
    truth = await readTruth();
  });
  afterEach(() => {
    for (const unmount of unmounts.splice(0)) unmount();
  });

  async function mount({ fit, position, style }: Box): Promise<ShoppableVideo> {
    const [player, unmount] = await mountPlayer({
      manifest: `${COFFEE}/manifest.json`,
      muted: '',
      fit,
      ...(position ? { position: position.map((share) => `${share * 100}%`).join(' ') } : {}),
      style: `display:block;position:fixed;${style}`,
    });
    unmounts.push(unmount);
    return player;
  }

  async function judgeExcerpt(name: string, player: ShoppableVideo, framing: Framing, from: number): Promise<void> {
    const sought = next(player, 'seeked');
    player.currentTime = from;
    await sought;
    const record = recordOverlay(player, truth, framing);
    await until(() => player.currentTime >= from + EXCERPT_S, `${EXCERPT_S} seconds have played`);
    judge(name, record, [from, from + EXCERPT_S], truth.fps);
  }

  it('over the whole film', async function () {
    this.timeout(60_000);
    const player = await mount(CONTAIN);
    const ended = next(player, 'ended', 50_000);
    const playing = player.play();
    const record = recordOverlay(player, truth, CONTAIN);
    await playing;
    await ended;
    judge('contain', record, [0, truth.frames / truth.fps], truth.fps);
    for (const { id } of player.state.get().manifest!.hotspots) {
      ok(record.hotspots.has(id!), `The hotspot ${id} was never drawn.`);
    }
  });

  it('where the picture is cut, and in a box of 9:16', async function () {
    this.timeout(30_000);
    const show = async (name: string, box: Box, from: number) => {
      const player = await mount(box);
      await player.play();
      await judgeExcerpt(name, player, box, from);
    };
    await Promise.all([show('cover', COVER, 8), show('9:16', PORTRAIT, 17)]);
  });

  it('in full screen', async function () {
    this.timeout(30_000);
    const player = await mount(CONTAIN);
    await player.play();
    const inFull = next(document, 'fullscreenchange');
    await click(await until(() => inside(player, '[part=fullscreen]'), 'the fullscreen button'));
    await inFull;
    ok(document.fullscreenElement === player, 'The player fills the screen.');
    await judgeExcerpt('full screen', player, { fit: 'contain' }, 10);
    await document.exitFullscreen();
  });
});
