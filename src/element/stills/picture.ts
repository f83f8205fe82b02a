import type { Still } from '../../player/storyboard.js';

/** So many times its own size a still is drawn; the rest is the style sheet's. A browser enlarges a drawing better. */
const ENLARGED = 3;

/** Loads a sheet of stills, each sheet once. Rejects when it is not there, or no picture. */
export function createSheets() {
  const sheets = new Map<string, Promise<HTMLImageElement>>();
  return (src: string): Promise<HTMLImageElement> => {
    let sheet = sheets.get(src);
    if (!sheet) {
      sheet = new Promise((resolve, reject) => {
        const image = new Image();
        image.addEventListener('load', () => resolve(image));
        image.addEventListener('error', () => reject(new Error(`${src} is no picture`)));
        image.src = src;
      });
      sheets.set(src, sheet);
    }
    return sheet;
  };
}

/** A still alone on a canvas, which is fitted into its box as a video is, and has nothing of its neighbours at its edges. */
export function drawStill(canvas: HTMLCanvasElement, sheet: HTMLImageElement, { x, y, width, height }: Still): void {
  canvas.width = width * ENLARGED;
  canvas.height = height * ENLARGED;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingQuality = 'high';
  context.drawImage(sheet, x, y, width, height, 0, 0, canvas.width, canvas.height);
}
