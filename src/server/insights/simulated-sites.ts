import type { Query } from '../../insights/query.js';
import { bind, select } from '../../insights/selection.js';

/** The sites that say of themselves that what they have is made up; of one, it or none. */
export async function simulatedSites({ query }: { readonly query: Query }, site?: string): Promise<string[]> {
  const sql = select('SELECT site FROM site_facts WHERE simulated AND {selection of site} ORDER BY site', { site });
  return (await query(sql, bind(sql, { site }))).map((row) => String(row.site));
}
