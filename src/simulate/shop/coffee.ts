import type { Video } from './video.js';

/** The film of the demo, as its manifest has it, so that what is shown of it lies under the real film. */
export const coffee: Video = {
  id: 'coffee',
  title: 'The coffee corner',
  duration: 30,
  hotspots: [
    { id: 'armchair-1', product: 'armchair', start: 0, end: 2.4 },
    { id: 'coffee-maker-1', product: 'coffee-maker', start: 0, end: 9.92 },
    { id: 'lamp-1', product: 'lamp', start: 0, end: 5.28 },
    { id: 'sweater-1', product: 'sweater', start: 0, end: 2.28 },
    { id: 'beans-1', product: 'beans', start: 2.4, end: 13.12 },
    { id: 'frother-1', product: 'frother', start: 3.32, end: 28 },
    { id: 'mug-1', product: 'mug', start: 4.48, end: 23.68 },
    { id: 'lamp-2', product: 'lamp', start: 16.72, end: 29.96 },
    { id: 'sweater-2', product: 'sweater', start: 21.84, end: 29.96 },
    { id: 'armchair-2', product: 'armchair', start: 23.32, end: 29.96 },
    { id: 'beans-2', product: 'beans', start: 27.68, end: 29.6 },
  ],
  segments: [
    { id: 'corner', label: 'The corner', start: 0, end: 4.4, host: 'Mara' },
    { id: 'coffee', label: 'Coffee and beans', start: 4.4, end: 12.8, host: 'Mara' },
    { id: 'tray', label: 'Mug and frother', start: 12.8, end: 17.2, host: 'Mara' },
    { id: 'chair', label: 'Lamp, armchair, sweater', start: 17.2, end: 26.6, host: 'Jonas' },
    { id: 'room', label: 'The whole room', start: 26.6, end: 30 },
  ],
  surface: 'product-hero',
  pageType: 'product',
  campaign: { id: 'slow-mornings', source: 'demo', medium: 'product-page' },
  costMinor: 120_000,
  traffic: 3,
  plays: 0.7,
  clicks: 0.26,
  wanted: { frother: 5, mug: 3, beans: 2, 'coffee-maker': 1, lamp: 1.5, armchair: 2, sweater: 1 },
  carts: 0.5,
  peak: { at: 14.5, share: 0.45 },
};
