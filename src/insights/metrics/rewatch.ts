import { resampled } from '../rows/resampled.js';
import { ARM } from '../sql/arm.js';
import { watched } from '../sql/watched.js';
import type { Metric } from './metric.js';

/** How much is watched again. Which seconds are, `retention` says. */
export const rewatch: Metric = {
  name: 'rewatch',
  unit: 'share',
  definition: 'Of the milliseconds of film that were played, those that the same view had played before.',
  basis: 'views',
  by: { video: 'video_id', surface: 'surface', segment: 'segment', arm: ARM, day: 'at_ms' },
  sql: { viewers: watched },
  rows: ({ viewers }, { by }) => resampled(viewers!, by, 'again', 'played'),
};
