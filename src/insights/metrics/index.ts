import { counts } from './counts.js';
import { hctr } from './hctr.js';
import type { Metric } from './metric.js';

/** Every metric by the name it is asked for. */
export const METRICS: ReadonlyMap<string, Metric> = new Map([hctr, counts].map((metric) => [metric.name, metric]));
