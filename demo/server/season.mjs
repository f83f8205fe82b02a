import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadSeason } from '../../dist/server/load-season.js';

/** A look at insights that takes two seconds to load. */
const VIEWERS = 2200;

/** Where there is no data yet, makes some up, for a site of their own, so that the first look at insights finds something. */
export async function fillWithSeason(dataDir) {
  if (existsSync(join(dataDir, 'journal'))) return;
  const { site } = await loadSeason({ dataDir }, { viewers: VIEWERS });
  console.log(`Insights have a simulated season, of the site ${site}.`);
}
