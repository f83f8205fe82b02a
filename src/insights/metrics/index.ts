import { abandoned } from './abandoned.js';
import { attribution } from './attribution.js';
import { basket } from './basket.js';
import { conversion } from './conversion.js';
import { counts } from './counts.js';
import { demand } from './demand.js';
import { friction } from './friction.js';
import { funnel } from './funnel.js';
import { hctr } from './hctr.js';
import { hctrSecond } from './hctr-second.js';
import { intentional } from './intentional.js';
import type { Metric } from './metric.js';
import { paths } from './paths.js';
import { placement } from './placement.js';
import { recovery } from './recovery.js';
import { retention } from './retention.js';
import { returns } from './returns.js';
import { rewatch } from './rewatch.js';
import { roi } from './roi.js';
import { valueLeft } from './value-left.js';
import { watchTime } from './watch-time.js';

const ALL: readonly Metric[] = [
  counts,
  hctr,
  hctrSecond,
  intentional,
  retention,
  watchTime,
  rewatch,
  funnel,
  friction,
  placement,
  demand,
  attribution,
  paths,
  abandoned,
  valueLeft,
  recovery,
  basket,
  returns,
  conversion,
  roi,
];

/** Every metric by the name it is asked for. */
export const METRICS: ReadonlyMap<string, Metric> = new Map(ALL.map((metric) => [metric.name, metric]));
