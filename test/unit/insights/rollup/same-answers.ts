/** Every question about every metric, asked of two stores that should answer alike. */
import assert from 'node:assert/strict';
import { insight } from '../../../../src/insights/insight.js';
import { METRICS } from '../../../../src/insights/metrics/index.js';
import type { Question } from '../../../../src/insights/question.js';
import type { Selection } from '../../../../src/insights/selection.js';
import type { EventStore } from '../../../../src/server/store/event-store.js';

export type Asked = Pick<Question, 'selection' | 'zone' | 'nowMs'>;

/**
 * @param whole what is chosen where a metric must be asked about something
 * @param splits what metrics are split by, those that can; by all that each can if not said
 * @returns how many rows were compared
 */
export async function assertSameAnswers(
  one: EventStore,
  other: EventStore,
  asked: Asked,
  whole: Selection,
  splits?: readonly string[],
): Promise<number> {
  let rows = 0;
  for (const metric of METRICS.values()) {
    const needed = Object.fromEntries((metric.needs ?? []).map((key) => [key, whole[key]]));
    const options = Object.fromEntries(
      Object.entries(metric.options ?? {}).map(([name, option]) => [name, option.default]),
    );
    const all = Object.keys(metric.by);
    for (const by of splits ? all.filter((one) => splits.includes(one)) : all) {
      const question: Question = { ...asked, by, options, selection: { ...needed, ...asked.selection } };
      const wanted = await insight(metric, question, one);
      assert.deepEqual(await insight(metric, question, other), wanted, `${metric.name}, ${JSON.stringify(question)}`);
      rows += wanted.rows.length;
    }
  }
  return rows;
}
