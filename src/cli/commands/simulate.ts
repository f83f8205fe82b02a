import { type Command, type Options, UsageError } from '../command.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 24 * 3_600_000;

function whole(options: Options, name: string, least: number, most: number): number | undefined {
  const text = options.text(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, is ${JSON.stringify(text)}.`);
}

/** The end of a day, UTC, and not after now. */
function endOf(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const startMs = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(startMs))
    throw new UsageError(`--end must be a day such as 2026-11-30, is ${JSON.stringify(text)}.`);
  if (startMs > Date.now()) throw new UsageError(`--end is ${text}, which is still to come.`);
  return Math.min(Date.now(), startMs + DAY_MS);
}

/** Given only where they are asked for, so that what is left out has its default. */
function seasonOf(options: Options) {
  const site = options.text('site');
  if (site !== undefined && (!site || site.length > 200)) throw new UsageError('--site must have 1 to 200 characters.');
  const given = {
    site,
    seed: whole(options, 'seed', 0, Number.MAX_SAFE_INTEGER),
    days: whole(options, 'days', 1, 366),
    viewers: whole(options, 'viewers', 1, 1_000_000),
    endMs: endOf(options.text('end')),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

export const command: Command = {
  usage: `Usage: shoppable-video simulate [--seed=N] [--days=N] [--viewers=N] [--end=DAY] [--site=NAME] [--truth]

Fills a data directory with a season that never was: people, programs, lost beacons, carts, orders, refunds, stock and three
experiments, for a look at insights. No server may be running on it. The site says of itself that it is simulated.
  --seed=N     the same seed and end make the same season (1)
  --days=N     how long it is (56)
  --viewers=N  how many people come (6000)
  --end=DAY    its last day, UTC, such as 2026-11-30 (now)
  --site=NAME  a site without figures of its own (simulated)
  --truth      prints what is true of the season as JSON, and loads nothing

Environment:
  DATA_DIR            where events are kept (.data)
  SETTINGS            as of serve
  CLICKHOUSE_URL      as of serve
  CLICKHOUSE_CLUSTER  as of serve`,
  options: {
    seed: { type: 'string' },
    days: { type: 'string' },
    viewers: { type: 'string' },
    end: { type: 'string' },
    site: { type: 'string' },
    truth: { type: 'boolean' },
  },
  async run(_files, options, io) {
    const season = seasonOf(options);
    const [{ loadSeason, truthOfSeason }, { readSettings }] = await Promise.all([
      import('../../simulate/load-season.js'),
      import('../../server/settings/read-settings.js'),
    ]);
    if (options.has('truth')) {
      io.out(JSON.stringify(truthOfSeason(season), null, 2));
      return 0;
    }
    try {
      const { dataDir, settings, settingsName, clickhouse } = await readSettings(io.env);
      const { site, from, to } = await loadSeason(
        { dataDir, settings, settingsName, clickhouse, warn: io.err },
        season,
      );
      io.out(`${dataDir} has a season of the site ${site} now, from ${from.slice(0, 10)} to ${to.slice(0, 10)}.`);
      return 0;
    } catch (error) {
      io.err(error instanceof Error ? error.message : String(error));
      return 1;
    }
  },
};
