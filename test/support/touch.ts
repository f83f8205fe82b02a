import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { engineName } from './page.js';

type Point = readonly [x: number, y: number];

let isDown = false;

async function send(type: 'down' | 'move' | 'up', position?: Point): Promise<void> {
  if (type === 'up' && !isDown) return;
  const [x, y] = position ?? [0, 0];
  // Chromium never hears of the end of such a touch, and tells of no pointer from then on.
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight)
    throw new Error(`No finger leaves the screen: ${x}, ${y}.`);
  isDown = type !== 'up';
  await executeServerCommand('touch', { type, ...(position && { position: position.map(Math.round) }) });
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let worth: Promise<string> | undefined;

/** Why this engine's driver has no finger to the page; nothing where it has. */
function without(): Promise<string> {
  worth ??= (async () => {
    const field = document.body.appendChild(document.createElement('div'));
    field.style.cssText = 'position:fixed;inset:0;z-index:9';
    let type = '';
    field.addEventListener('pointerdown', (event) => {
      type = event.pointerType;
    });
    // A page that has only just been opened may not hear the first one.
    for (let tries = 0; !type && tries < 5; tries += 1) {
      await send('down', [5, 5]);
      await send('up');
      await wait(300);
    }
    field.remove();
    return type === 'touch' ? '' : `its driver tells the page of a touch as of ${type || 'nothing'}`;
  })();
  return worth;
}

/**
 * Makes the suite around it one for a finger on a screen of this size, which it says it skips where there is no finger.
 * @param what is tested, for that sentence
 */
export function onTouchScreen(width: number, height: number, what: string): void {
  let resized = false;
  before(async function () {
    const reason = await without();
    if (!reason) return;
    console.log(`SKIPPED by touch in ${engineName()}: ${what}, ${width} px wide; ${reason}`);
    this.skip();
  });
  beforeEach(async () => {
    await setViewport({ width, height });
    // After it: a new size makes it a desk's screen again.
    await executeServerCommand('touch', { type: 'screen' });
    resized = true;
  });
  afterEach(() => finger.up());
  after(async () => {
    if (resized) await setViewport({ width: 800, height: 600 });
  });
}

/** For a test that needs the browser's own scrolling under the finger. */
export function needPanning(context: MochaContext, what: string): void {
  if (engineName() === 'Chromium') return;
  console.log(`SKIPPED by touch in ${engineName()}: ${what}; fingers of its driver scroll nothing`);
  context.skip();
}

const centre = (element: Element): Point => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
};

/** Firefox finds what is under a finger in what it has painted. */
const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 16))));

/** Where its middle is, once it has stayed there for three frames: what still moves in is not where a finger aimed at. */
async function rested(element: Element): Promise<Point> {
  let place = centre(element);
  for (let frames = 0; frames < 3; frames += 1) {
    await new Promise(requestAnimationFrame);
    const now = centre(element);
    if (Math.hypot(now[0] - place[0], now[1] - place[1]) > 0.5) frames = 0;
    place = now;
  }
  return place;
}

/** Puts it down; tells whether the page has heard of a pointer. */
async function heardDown(at: Point): Promise<boolean> {
  let heard = false;
  const stop = new AbortController();
  window.addEventListener('pointerdown', () => (heard = true), { capture: true, signal: stop.signal });
  await send('down', at);
  for (let waited = 0; !heard && waited < 500; waited += 20) await wait(20);
  stop.abort();
  return heard;
}

export const finger = {
  /** Chromium now and then forgets the end of a touch that scrolled (touch-command.mjs): the next then has no pointer, the one after it has. */
  async down(at: Point): Promise<void> {
    await painted();
    for (let tries = 0; tries < 3; tries += 1) {
      if (await heardDown(at)) return;
      await send('up');
      await wait(300);
    }
    throw new Error(`The page hears of no pointer at ${at}.`);
  },
  move: (to: Point) => send('move', to),
  /** Lifts it after a rest; nothing where it is up already. A browser takes the tap after a fling for the fling's end. */
  async up(restMs = 200): Promise<void> {
    if (isDown) await wait(restMs);
    await send('up');
  },
};

/** A tap, where the element comes to rest, or at a point. */
export async function tap(target: Element | Point): Promise<void> {
  await finger.down(target instanceof Element ? await rested(target) : target);
  await finger.up(0);
  // A browser waits for a second tap before a first one is a click, but where a page says that none can come.
  await wait(60);
}

/**
 * Draws a finger from the middle of an element, or from a point.
 * @param fling lets go while it moves
 */
export async function swipe(from: Element | Point, dx: number, dy: number, { fling = false, steps = 8 } = {}) {
  const [x, y] = from instanceof Element ? centre(from) : from;
  await finger.down([x, y]);
  for (let step = 1; step <= steps; step += 1) {
    await finger.move([x + (dx * step) / steps, y + (dy * step) / steps]);
    if (!fling) await wait(16);
  }
  await finger.up(fling ? 0 : undefined);
}
