import type { Metric } from '../../insights/metrics/metric.js';

/** What there is to ask: `GET /v1/insights`. */
export const catalogue = (metrics: Iterable<Metric>) => ({
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
