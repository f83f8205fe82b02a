import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadSeason } from '../../dist/server/load-season.js';

/** Enough for a verdict on the losing arm, and loaded in two or three seconds. */
const VIEWERS = 2400;

/** Where there is no data yet, makes some up, for a site of their own, so that the first look at insights finds something. */
export async function fillWithSeason(dataDir) {
  if (existsSync(join(dataDir, 'journal'))) return;
  const { site } = await loadSeason({ dataDir }, { viewers: VIEWERS });
  console.log(`Insights have a simulated season, of the site ${site}.`);
}
