import { METRICS } from '../../insights/metrics/index.js';
import type { Metric } from '../../insights/metrics/metric.js';
import type { Question } from '../../insights/question.js';
import { isZone } from '../../insights/zone.js';
import { readOption } from './option.js';
import { FILTERS, parametersOf } from './parameters.js';
import { list, type QuestionFault } from './question-fault.js';
import { timeRange } from './time-range.js';

/** Longer than any id that a beacon may carry. */
const LONGEST = 200;

function strange(metric: Metric, queries: Readonly<Record<string, readonly string[]>>): QuestionFault | undefined {
  const known = parametersOf(metric);
  for (const [path, values] of Object.entries(queries)) {
    const why = metric.refuses?.[path as keyof typeof metric.refuses];
    if (why && values.some(Boolean)) {
      return { error: `\`${metric.name}\` has no \`${path}\`, as ${why}. Allowed: ${list(known)}.`, path };
    }
    if (why) continue;
    if (!known.includes(path)) return { error: `\`${path}\` is not a parameter. Allowed: ${list(known)}.`, path };
    if (values.length > 1) return { error: `\`${path}\` is given ${values.length} times. Give it once.`, path };
    if (values[0]!.length > LONGEST) return { error: `\`${path}\` is longer than ${LONGEST} characters.`, path };
  }
  return undefined;
}

/**
 * Reads the query of `GET /v1/insights/{metric}`. Empty parameters count as absent.
 * @param queries the values of each parameter
 * @param nowMs when it is asked
 */
export function parseQuestion(
  metric: Metric,
  queries: Readonly<Record<string, readonly string[]>>,
  nowMs: number,
): Question | QuestionFault {
  const stranger = strange(metric, queries);
  if (stranger) return stranger;
  const query: Partial<Record<string, string>> = Object.fromEntries(
    Object.entries(queries).flatMap(([name, [value]]) => (value ? [[name, value]] : [])),
  );
  const dimensions = Object.keys(metric.by);
  const by = query.by ?? dimensions[0]!;
  if (!dimensions.includes(by)) return { error: `\`by\` must be one of ${list(dimensions)}.`, path: 'by' };
  const zone = query.tz ?? 'UTC';
  if (!isZone(zone)) {
    return { error: '`tz` must be the IANA name of a time zone, such as Europe/Berlin.', path: 'tz' };
  }
  const range = timeRange(query, zone);
  if ('error' in range) return range;
  const filters = Object.fromEntries(Object.keys(FILTERS).map((name) => [name, query[name]]));
  const missing = metric.needs?.find((name) => filters[name] === undefined);
  if (missing) return { error: `\`${metric.name}\` is about one \`${missing}\`. Name it.`, path: missing };
  const options: Record<string, string | number> = {};
  for (const [name, option] of Object.entries(metric.options ?? {})) {
    const chosen = readOption(name, option, query[name]);
    if (typeof chosen === 'object') return chosen;
    options[name] = chosen;
  }
  return { by, zone, nowMs, options, selection: { ...filters, ...range } };
}

/** The metric of a name, or what to ask for instead. */
export function findMetric(name: string): Metric | QuestionFault {
  return (
    METRICS.get(name) ?? { error: `There is no metric \`${name}\`. Known: ${list(METRICS.keys())}.`, path: 'metric' }
  );
}
