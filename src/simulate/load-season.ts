import { deliver, type Target } from './deliver.js';
import { DAYS, SEED, type SeasonOptions, SITE, VIEWERS } from './options.js';
import { makeSeason } from './season.js';
import { type Truth, truthOf } from './truth.js';

const withDefaults = (options: Partial<SeasonOptions>): SeasonOptions => ({
  site: SITE,
  seed: SEED,
  days: DAYS,
  viewers: VIEWERS,
  endMs: Date.now(),
  ...options,
});

/** What is true of a season, without putting it anywhere. */
export function truthOfSeason(options: Partial<SeasonOptions> = {}): Truth {
  const all = withDefaults(options);
  return truthOf(all, makeSeason(all).counted);
}

/**
 * Makes a season up to now, or as the options say, and puts it into a data directory.
 * @returns what is true of it, which its insights have to find
 * @throws when a server has the directory, or the site has figures of its own there
 */
export async function loadSeason(target: Target, options: Partial<SeasonOptions> = {}): Promise<Truth> {
  const all = withDefaults(options);
  const { tellings, counted } = makeSeason(all);
  await deliver(tellings, all.site, target);
  return truthOf(all, counted);
}
