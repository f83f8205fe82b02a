import { resampled } from '../rows/resampled.js';
import { ARM } from '../sql/arm.js';
import { watched } from '../sql/watched.js';
import type { Metric } from './metric.js';

/** How long people watch. */
export const watchTime: Metric = {
  name: 'watch-time',
  unit: 'milliseconds',
  definition:
    'Film that a view played, each moment once however often it was played, in the mean over the views that played any.',
  basis: 'views',
  by: { video: 'video_id', surface: 'surface', segment: 'segment', arm: ARM, day: 'at_ms' },
  sql: { viewers: watched },
  rows: ({ viewers }, { by }) => resampled(viewers!, by, 'merged', 'views'),
};
