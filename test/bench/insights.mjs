/**
 * How long each insight takes over a shop's history, asked for the first time in a process of its own: on DuckDB, with the
 * memory that a server gives it, and on ClickHouse's engine (`chdb`) where that is installed, side by side.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { LAST_DAY_MS } from '../support/insights/history.mjs';

const GOAL_S = 1.5;
const GOAL_MIB = 1536;
const MEMORY = '1GB';
const THREADS = 2;

const at = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Runs a script of this folder on one piece of JSON; returns the one that it prints. */
async function run(script, input) {
  const args = ['--import', 'tsx', at(script), JSON.stringify(input)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

/** What is chosen where a metric must be asked about something: there is most of it. */
const WHOLE = { site: 'shop', video: 'film-0', product: 'p0', experiment: 'exp-0' };

/** Every metric with everything that it can be split by, and what must be chosen; of the source, which this process does not read. */
async function questions() {
  const list = `
    const { METRICS } = await import(${JSON.stringify(new URL('../../src/insights/metrics/index.ts', import.meta.url).href)});
    console.log(JSON.stringify([...METRICS.values()].flatMap(({ name, by, needs = [] }) => Object.keys(by).map((key) => [name, key, needs]))));`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', list];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

export async function measure({ views = 500_000, seed = 1, rolled = false, log }) {
  const directory = mkdtempSync(join(tmpdir(), 'insights-'));
  const engines = ['duckdb', ...(!rolled && existsSync(at('../oracle/node_modules/chdb')) ? ['clickhouse'] : [])];
  if (engines.length === 1 && !rolled)
    log('SKIPPED ClickHouse: npm install in test/oracle brings its engine, half a gigabyte.');
  const rows = [];
  const row = (name, value, unit, goal, reached, n) => rows.push({ name, value, unit, goal, reached, n });
  try {
    log(`${views} views, seed ${seed}${rolled ? ', rolled up' : ''}`);
    const {
      path,
      events,
      rows: stored,
      bytes,
      madeS,
      rolledS,
      carriedS,
    } = await run('insights-fill.mjs', {
      directory,
      views,
      seed,
      clickhouse: engines.includes('clickhouse'),
      rolled,
    });
    row('made', madeS, 's', undefined, undefined, events);
    if (rolled) row('rolled up', rolledS, 's', undefined, undefined, stored);
    row('DuckDB’s file', bytes / 1024 / 1024, 'MiB');
    if (carriedS) row('carried into ClickHouse', carriedS, 's', undefined, undefined, events);
    const paths = { duckdb: path, clickhouse: join(directory, 'clickhouse') };
    const most = { duckdb: 0, clickhouse: 0 };
    for (const [metric, by, needs] of await questions()) {
      const selection = Object.fromEntries(needs.map((key) => [key, WHOLE[key]]));
      for (const engine of engines) {
        const asked = {
          engine,
          path: paths[engine],
          metric,
          by,
          selection,
          nowMs: LAST_DAY_MS,
          memory: MEMORY,
          threads: THREADS,
        };
        const { seconds, rows: found, mib } = await run('insights-ask.mjs', asked);
        most[engine] = Math.max(most[engine], mib);
        const goal = engine === 'duckdb' ? GOAL_S : undefined;
        row(`${metric} by ${by}, ${engine}`, seconds, 's', goal, goal && seconds <= goal, found);
        log(`${metric} by ${by}, ${engine}: ${seconds.toFixed(2)} s, ${Math.round(mib)} MiB`);
      }
    }
    row('memory of the process, most, duckdb', most.duckdb, 'MiB', GOAL_MIB, most.duckdb <= GOAL_MIB);
    if (engines.includes('clickhouse')) row('memory of the process, most, clickhouse', most.clickhouse, 'MiB');
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return rows;
}
