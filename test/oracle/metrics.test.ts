/**
 * Every number is the same on both engines: what each query finds, and what is made of it. `LONG=1` has the made history in its
 * full size, a million events, and puts every question with each `by` that the metric has.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { type Engine, insight } from '../../src/insights/insight.js';
import { METRICS } from '../../src/insights/metrics/index.js';
import type { Metric } from '../../src/insights/metrics/metric.js';
import type { Question } from '../../src/insights/question.js';
import type { Selection } from '../../src/insights/selection.js';
import type { EventStore } from '../../src/server/store/event-store.js';
import { EVENTS, ROBOT, TABLES } from '../unit/insights/worked-log.js';
import { openFilled } from '../unit/insights/worked-store.js';
import { assertAlike } from './alike.js';
import { type Chdb26, openChdb } from './chdb.js';
import { carry, openHistory } from './same-rows.js';

const LONG = Boolean(process.env.LONG);
/** Of about twenty events each. */
const VIEWS = LONG ? 50_000 : 6000;

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** An engine that keeps what its queries found, each in an order that does not depend on the engine. */
function recording({ query, dialect }: Engine) {
  const found: Record<string, unknown>[][] = [];
  const engine: Engine = {
    dialect,
    async query(sql, parameters) {
      const at = found.push([]) - 1;
      const rows = await query(sql, parameters);
      found[at] = [...rows].sort(byText);
      return rows;
    },
  };
  return { engine, found };
}

/** Whoever asks for nothing in particular, and for each thing that can be asked for; and for what is not there. */
async function selectionsOf({ query }: Engine) {
  const [span] = await query('SELECT min(at_ms) AS "fromMs", max(at_ms) AS "toMs" FROM events', {});
  const { fromMs, toMs } = span as { fromMs: number; toMs: number };
  const most = async (column: string) => {
    const sql = `SELECT ${column} AS value, count(*) AS n FROM events WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY n DESC, value LIMIT 1`;
    return (await query(sql, {}))[0]?.value as string | undefined;
  };
  const middle = Math.round((fromMs + toMs) / 2);
  const [site, video, product] = [await most('site'), await most('video_id'), await most('product_id')];
  const [experiment, arm] = [await most('experiment'), await most('arm')];
  const [segment, surface] = [await most('segment'), await most('surface')];
  const selections: Selection[] = [
    { site, video },
    { product },
    { segment, surface },
    { experiment, arm },
    { fromMs: middle, toMs: toMs + 1 },
    { site: `it's "nobody" \\ $site`, toMs: middle },
  ];
  return { selections, whole: { site, video, product, experiment, fromMs, toMs: toMs + 1 } as Selection };
}

/** The metric's options as they are by default, and each other word once. */
function choicesOf({ options = {} }: Metric): Question['options'][] {
  const usual = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  const others = Object.entries(options).flatMap(([name, option]) =>
    'values' in option ? option.values.map((value) => ({ ...usual, [name]: value })) : [],
  );
  return [usual, ...others.filter((choice) => JSON.stringify(choice) !== JSON.stringify(usual))];
}

/**
 * Every question about a metric that is compared. What is selected and chosen is the same text of SQL whatever is split by:
 * each is asked with one `by`, in turns, and all with all of them when there is time for it.
 */
function questionsOf(metric: Metric, by: string, selections: readonly Selection[], whole: Selection): Question[] {
  const needed = Object.fromEntries((metric.needs ?? []).map((key) => [key, whole[key]]));
  const ask = (selection: Selection, options: Question['options'], zone = 'UTC') => ({
    by,
    selection: { ...needed, ...selection },
    options,
    zone,
    nowMs: whole.toMs! + 1000,
  });
  const all = Object.keys(metric.by);
  const [usual, ...others] = choicesOf(metric);
  const more = [...selections.map((selection) => ask(selection, usual!)), ...others.map((options) => ask({}, options))];
  return [
    ask({}, usual!),
    ...more.filter((_, index) => LONG || index % all.length === all.indexOf(by)),
    ...(by === 'day' ? [ask({}, usual!, 'America/New_York')] : []),
  ];
}

type Opened = (closing: (close: () => Promise<void>) => void) => Promise<EventStore>;

function compare(title: string, database: string, open: Opened) {
  describe(title, () => {
    let duckdb: EventStore;
    let close: (() => Promise<void>) | undefined;
    let selections: Selection[];
    let whole: Selection;
    before(async () => {
      duckdb = await open((last) => {
        close = last;
      });
      await carry(duckdb, clickhouse, database);
      ({ selections, whole } = await selectionsOf(duckdb));
    });
    after(() => close?.());
    for (const metric of METRICS.values()) {
      for (const by of Object.keys(metric.by)) {
        it(`${metric.name} by ${by}`, async () => {
          let rows = 0;
          for (const question of questionsOf(metric, by, selections, whole)) {
            const [one, other] = [recording(duckdb), recording(clickhouse)];
            const [wanted, got] = await Promise.all([
              insight(metric, question, one.engine),
              insight(metric, question, other.engine),
            ]);
            const what = `${metric.name}, ${JSON.stringify(question)}`;
            assertAlike(other.found, one.found, `what was found: ${what}`);
            assertAlike(got, wanted, what);
            rows += wanted.rows.length;
          }
          if (database === 'made') assert.ok(rows, 'nothing was compared');
        });
      }
    }
  });
}

let clickhouse: Chdb26;
before(async () => {
  clickhouse = await openChdb();
});
after(() => clickhouse.close());

const temporary = () => mkdtemp(join(tmpdir(), 'oracle-'));

compare('the log that is counted by hand, and a robot', 'worked', (closing) =>
  openFilled({ after: closing } as TestContext, [...EVENTS, ...ROBOT], TABLES),
);
compare(`the history of ${VIEWS} views that is made`, 'made', async (closing) => {
  const directory = await temporary();
  const store = await openHistory(join(directory, 'events.duckdb'), { views: VIEWS });
  closing(async () => {
    await store.close();
    await rm(directory, { recursive: true });
  });
  return store;
});
