import type { Still } from '../../../player/storyboard.js';
import { warnOnce } from '../../../shared/warn.js';

/** Shows one still in a box: the sheet that holds it, moved and scaled so that only the still is in the box. */
export function createPicture(box: HTMLElement) {
  const sheet = new Image();
  sheet.alt = '';
  box.append(sheet);
  const broken = new Set<string>();
  let shown: Still | undefined;

  const place = () => {
    const { naturalWidth, naturalHeight } = sheet;
    if (!shown || !naturalWidth) return;
    const { x, y, width } = shown;
    sheet.style.width = `${(naturalWidth / width) * 100}%`;
    sheet.style.transform = `translate(${(-x / naturalWidth) * 100}%, ${(-y / naturalHeight) * 100}%)`;
    sheet.hidden = false;
  };
  sheet.addEventListener('load', place);
  sheet.addEventListener('error', () => {
    broken.add(sheet.src);
    box.hidden = true;
    warnOnce(`storyboard ${sheet.src}`, `The storyboard's picture ${sheet.src} could not be loaded.`);
  });

  return (still: Still | undefined) => {
    box.hidden = !still || broken.has(still.src);
    if (!still || box.hidden) return;
    shown = still;
    box.style.setProperty('--_ratio', String(still.width / still.height));
    if (sheet.src === still.src) return place();
    // The old sheet would stand there as the picture of another time.
    sheet.hidden = true;
    sheet.src = still.src;
  };
}
