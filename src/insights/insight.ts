import type { Dialect } from './dialects/dialect.js';
import type { InsightRow, Metric } from './metrics/metric.js';
import { quality } from './quality.js';
import type { Query } from './query.js';
import type { Question } from './question.js';
import { where } from './selection.js';

export interface Insight extends Pick<Metric, 'unit' | 'definition' | 'basis'> {
  readonly metric: string;
  readonly rows: readonly InsightRow[];
  readonly botShare: number | null;
  readonly lossShare: number | null;
}

/** What answers. */
export interface Engine {
  readonly query: Query;
  readonly dialect: Dialect;
}

/** Answers one question. */
export async function insight(metric: Metric, question: Question, { query, dialect }: Engine): Promise<Insight> {
  const { sql, parameters } = where(question.selection);
  const column = metric.by[question.by]!;
  const asked = Object.entries(metric.sql).map(async ([name, write]) => {
    const text = write(dialect).replaceAll('{by}', column).replaceAll('{selection}', sql);
    return [name, await query(text, parameters)] as const;
  });
  const [shares, ...found] = await Promise.all([quality(question.selection, query), ...asked]);
  const { name, unit, definition, basis } = metric;
  return { metric: name, unit, definition, basis, rows: metric.rows(Object.fromEntries(found), question), ...shares };
}
