import type { Teller } from './descriptions.js';

/** Words that are there for screen readers: they speak them when they have ended what they are saying (WAI-ARIA `polite`). */
export function createReaderRegion(page: HTMLElement, lang: string): Teller {
  const region = page.ownerDocument.createElement('div');
  region.className = 'sr descriptions';
  region.lang = lang;
  region.setAttribute('aria-live', 'polite');
  page.append(region);
  return {
    tell: (cue) => {
      region.textContent = cue?.text ?? '';
    },
    end: () => region.remove(),
  };
}
