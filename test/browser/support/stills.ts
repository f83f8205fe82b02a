import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { inside, until } from '../../support/page.js';
import { hls, lamp, manifestOf, mug } from './manifest.js';

export const BOARD = '/test/browser/support/storyboard.vtt';

const at = (product: string, start: number, end: number, x: number) => ({
  id: `${product}-spot`,
  product,
  start,
  end,
  keyframes: [{ t: start, x, y: 0.4 }],
});

/** Six seconds with a still for each: the mug is in the first three, the lamp in the last. */
export const film = (media: object = {}, wanted: object = {}) =>
  manifestOf({
    media: { sources: [hls], storyboard: BOARD, ...media },
    products: [mug, lamp],
    hotspots: [at('mug', 0, 3, 0.3), at('lamp', 5, 6, 0.7)],
    ...wanted,
  });

/** The browser asks to save data, by the API that only some have, until `restore`. */
export function saveData(): { restore(): void } {
  Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
  return { restore: () => void delete (navigator as { connection?: unknown }).connection };
}

/** The browser asks for little data by the media feature that none has yet, until `restore`. */
export function preferReducedData(): { restore(): void } {
  const { matchMedia } = window;
  window.matchMedia = (query) => {
    const list = matchMedia.call(window, query);
    return /prefers-reduced-data:\s*reduce/.test(query) ? Object.create(list, { matches: { value: true } }) : list;
  };
  return {
    restore() {
      window.matchMedia = matchMedia;
    },
  };
}

/** Pictures stand in for the film. */
export const stillsOf = (player: ShoppableVideo) =>
  until(() => player.state.get().engine === 'stills' && inside(player, '.stills'), 'pictures instead of the film');

export const pictureOf = (player: ShoppableVideo) =>
  until(() => inside<HTMLCanvasElement>(player, '.stills canvas'), 'a picture');

/** How far a picture is from what lies at a place of the storyboard's sheet: 0 is the same, 1 black against white. */
export async function difference(canvas: HTMLCanvasElement, x: number, y: number): Promise<number> {
  const sheet = Object.assign(new Image(), { src: '/demo/media/coffee/storyboard.jpg' });
  await sheet.decode();
  const [width, height] = [320, 180];
  const bytes = (image: CanvasImageSource, ...from: [number, number, number, number]) => {
    const small = Object.assign(document.createElement('canvas'), { width, height });
    const context = small.getContext('2d')!;
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, ...from, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  };
  const [shown, wanted] = [bytes(canvas, 0, 0, canvas.width, canvas.height), bytes(sheet, x, y, 320, 180)];
  return shown.reduce((sum, value, i) => sum + Math.abs(value - wanted[i]!), 0) / shown.length / 255;
}
