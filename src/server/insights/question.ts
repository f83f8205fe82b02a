import { METRICS } from '../../insights/metrics/index.js';
import type { Metric } from '../../insights/metrics/metric.js';
import type { Question } from '../../insights/question.js';

/** The question cannot be asked. `path` is the parameter. */
export interface QuestionFault {
  readonly error: string;
  readonly path: string;
}

const DAY_MS = 24 * 3_600_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const PARAMETERS = ['video', 'product', 'by', 'site', 'from', 'to'];

const list = (values: Iterable<string>) => [...values].map((value) => `\`${value}\``).join(', ');

/** Unix milliseconds; NaN when malformed. `Date.parse` alone would let the 30th of February pass. */
function instant(value: string): number {
  const ms = DAY.test(value) || INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  const day = value.slice(0, 10);
  return new Date(Date.parse(day)).toISOString().startsWith(day) ? ms : Number.NaN;
}

function time(parameter: 'from' | 'to', value: string | undefined): number | undefined | QuestionFault {
  if (!value) return undefined;
  const ms = Number.isNaN(Date.parse(value.slice(0, 10))) ? Number.NaN : instant(value);
  if (Number.isNaN(ms)) {
    const error = `\`${parameter}\` must be a day such as 2026-11-22 (UTC) or a time such as 2026-11-22T10:00:00Z.`;
    return { error, path: parameter };
  }
  return parameter === 'to' && DAY.test(value) ? ms + DAY_MS : ms;
}

/**
 * Reads the query of `GET /v1/insights/{metric}`. `from` is within, `to` is not; but a `to` that is a day means the whole
 * of it. Empty parameters count as absent.
 */
export function parseQuestion(metric: Metric, query: Readonly<Record<string, string>>): Question | QuestionFault {
  const stranger = Object.keys(query).find((key) => !PARAMETERS.includes(key));
  if (stranger !== undefined) {
    return { error: `\`${stranger}\` is not a parameter. Allowed: ${list(PARAMETERS)}.`, path: stranger };
  }
  const dimensions = Object.keys(metric.by);
  const by = query.by || dimensions[0]!;
  if (!dimensions.includes(by)) return { error: `\`by\` must be one of ${list(dimensions)}.`, path: 'by' };
  const fromMs = time('from', query.from);
  if (typeof fromMs === 'object') return fromMs;
  const toMs = time('to', query.to);
  if (typeof toMs === 'object') return toMs;
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) {
    return { error: '`from` must be before `to`.', path: 'from' };
  }
  const { site, video, product } = query;
  return {
    by,
    selection: {
      site: site || undefined,
      video: video || undefined,
      product: product || undefined,
      fromMs,
      toMs,
    },
  };
}

/** The metric of a name, or what to ask for instead. */
export function findMetric(name: string): Metric | QuestionFault {
  return (
    METRICS.get(name) ?? { error: `There is no metric \`${name}\`. Known: ${list(METRICS.keys())}.`, path: 'metric' }
  );
}
