import type { Dialect } from './dialects/dialect.js';
import type { Cell, InsightRow, Metric } from './metrics/metric.js';
import { quality } from './quality.js';
import type { Query } from './query.js';
import type { Question } from './question.js';
import { markRobots } from './robots.js';
import { inOrder } from './rows/in-order.js';
import { bind, select } from './selection.js';
import { ARM, armOf } from './sql/arm.js';
import { DAY_MS, dayName, dayNumber, periods, QUARTER_MS } from './zone.js';

export interface Insight extends Pick<Metric, 'unit' | 'definition' | 'basis'> {
  readonly metric: string;
  readonly rows: readonly InsightRow[];
  readonly summary?: Readonly<Record<string, unknown>>;
  readonly botShare: number | null;
  readonly lossShare: number | null;
}

/** What answers. */
export interface Engine {
  readonly query: Query;
  readonly dialect: Dialect;
}

/** Rows that a query of a metric may give: beyond it neither a person nor this process could do anything with them. */
export const MOST_CELLS = 200_000;
/** Before it no event can have been stored: the player is younger. */
const EPOCH_MS = Date.UTC(2024, 0, 1);

/** The question is a good one, but its answer is too long. The message says how to ask instead. */
export class TooManyRows extends Error {
  constructor() {
    super(
      `The answer has more than ${MOST_CELLS} rows. Narrow it by \`from\` and \`to\`, \`site\`, \`video\` or \`product\`.`,
    );
  }
}

/** Events of the quarter of an hour that a time parts are one row. The message says what to ask instead. */
export class PartedQuarter extends Error {
  constructor(readonly path: 'from' | 'to') {
    super(
      `Events of this time are rolled up by the quarter of an hour: \`${path}\` must be a day, or a time such as 10:00, 10:15, 10:30 or 10:45.`,
    );
  }
}

async function checkQuarter(path: 'from' | 'to', atMs: number | undefined, { query }: Engine): Promise<void> {
  if (atMs === undefined || atMs % QUARTER_MS === 0) return;
  const sql = 'SELECT count(*) AS n FROM events WHERE event_id IS NULL AND at_ms >= $quarter AND at_ms < $atMs';
  const [row] = await query(sql, { quarter: atMs - (atMs % QUARTER_MS), atMs });
  if (row!.n) throw new PartedQuarter(path);
}

function columnOf(metric: Metric, { by, selection, zone, nowMs }: Question, { divide }: Dialect): string {
  const column = metric.by[by]!;
  if (by !== 'day') return column;
  const found = periods(zone, selection.fromMs ?? EPOCH_MS, selection.toMs ?? nowMs + DAY_MS);
  return dayNumber(column, found, divide);
}

/** Options that are days in milliseconds too: `$within * 86400000` is more than DuckDB's INTEGER holds. */
const inMs = (metric: Metric, { options }: Question) =>
  Object.fromEntries(
    Object.entries(metric.options ?? {}).flatMap(([name, option]) =>
      'days' in option ? [[`${name}Ms`, Number(options[name]) * DAY_MS]] : [],
    ),
  );

/** An arm is one of an experiment. */
const ofArm = ({ arm, ...figures }: InsightRow): InsightRow => ({ ...armOf(arm), ...figures }) as InsightRow;

/** Answers one question. @throws TooManyRows, PartedQuarter */
export async function insight(metric: Metric, question: Question, engine: Engine): Promise<Insight> {
  const { query, dialect } = engine;
  const { by, selection, options, nowMs } = question;
  await checkQuarter('from', selection.fromMs, engine);
  await checkQuarter('to', selection.toMs, engine);
  const column = columnOf(metric, question, dialect);
  const values = { ...selection, ...options, ...inMs(metric, question), nowMs };
  const named = ({ dimension, ...cell }: Cell): Cell => ({ dimension: dayName(dimension as number), ...cell });
  const marked = await markRobots(selection, query);
  const asked = Object.entries(metric.sql).map(async ([name, write]) => {
    const text = select(marked(write(dialect)).replaceAll('{by}', column), selection);
    const bounded = `SELECT * FROM (${text}\n) AS found LIMIT ${MOST_CELLS + 1}`;
    const found = inOrder(await query(bounded, bind(text, values)));
    if (found.length > MOST_CELLS) throw new TooManyRows();
    return [name, by === 'day' && found[0] && 'dimension' in found[0] ? found.map(named) : found] as const;
  });
  const [shares, ...found] = await Promise.all([quality(selection, query, marked), ...asked]);
  const cells = Object.fromEntries(found);
  const { name, unit, definition, basis, rows, summary } = metric;
  return {
    metric: name,
    unit,
    definition,
    basis,
    rows: metric.by[by] === ARM ? rows(cells, question).map(ofArm) : rows(cells, question),
    ...(summary && { summary: summary(cells, question) }),
    ...shares,
  };
}
