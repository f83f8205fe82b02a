import type { Metric } from '../../insights/metrics/metric.js';
import { COMMON } from './parameters.js';

/** What there is to ask: `GET /v1/insights`. `parameters` are those of every metric, with what they mean. */
export const catalogue = (metrics: Iterable<Metric>) => ({
  parameters: COMMON,
  metrics: [...metrics].map(({ name, unit, basis, definition, by, needs = [], options = {} }) => ({
    name,
    unit,
    basis,
    definition,
    dimensions: Object.keys(by),
    needs,
    options,
  })),
});
