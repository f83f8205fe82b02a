import { grouped } from '../rows/grouped.js';
import { verdicts } from '../rows/verdicts.js';
import { randomised, told } from '../sql/randomised.js';
import type { Metric } from './metric.js';

/** What an arm of an experiment brings. */
export const conversion: Metric = {
  name: 'conversion',
  unit: 'minor units',
  definition:
    'Revenue, less what came back, per viewer who was randomised, whether the video was watched or not, and beside it the share ' +
    'of those who bought; by arm against the first one, by a confidence sequence that may be looked at daily. ' +
    'No verdict while the arms are not filled as meant (p < 0.001). By host, segment or length viewers chose themselves: no verdict there.',
  basis: 'viewers',
  by: { arm: 'arm', host: 'host', segment: 'segment', length: 'length_ms' },
  sql: {
    viewers: (dialect) => told(randomised(dialect, 'minor - back')),
    // viewers of an experiment on two sites are counted together, and so each of its arms is one
    arms: () => `
      SELECT experiment, arm, min(place) AS place, sum(share) AS share FROM arm_facts
      WHERE {selection of site, experiment} GROUP BY experiment, arm`,
  },
  rows({ viewers, arms }, question) {
    const what = grouped(viewers!, 'what');
    return verdicts(what.get('arrival') ?? [], what.get('earning') ?? [], arms!, question);
  },
};
