import type { Metric } from '../../insights/metrics/metric.js';

/** What narrows every metric, and what it means. */
export const FILTERS = {
  site: 'Of this site only.',
  video: 'Of this video only.',
  product: 'Of this product only.',
  segment: 'Of this segment of a video only.',
  experiment: 'Of this experiment only.',
  arm: 'Of this arm of an experiment only.',
  surface: 'Of this place where players stand only, such as `product-page`.',
} as const;

/** The same for every metric. */
export const COMMON = {
  ...FILTERS,
  from: 'From this on: a day such as 2026-11-22, of the time zone `tz`, or a time such as 2026-11-22T10:00:00Z.',
  to: 'Before this, when it is a time; to the end of it, when it is a day.',
  tz: 'The time zone whose days are meant, by its IANA name such as Europe/Berlin. Default: UTC.',
  by: 'What the rows are split by.',
  format: '`json` (default) or `csv`, as `Accept: text/csv` asks for too.',
} as const;

/** All that a metric can be asked with. */
export const parametersOf = ({ options = {}, refuses = {} }: Metric) =>
  [...Object.keys(COMMON), ...Object.keys(options)].filter((name) => !(name in refuses));
