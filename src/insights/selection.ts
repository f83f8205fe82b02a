/** Which events a question is about. Times are Unix milliseconds on the server's clock, `fromMs` within and `toMs` not. */
export interface Selection {
  readonly site?: string;
  readonly video?: string;
  readonly product?: string;
  readonly segment?: string;
  readonly experiment?: string;
  readonly arm?: string;
  readonly surface?: string;
  readonly fromMs?: number;
  readonly toMs?: number;
}

const CONDITIONS: Readonly<Record<keyof Selection, string>> = {
  site: 'site = $site',
  video: 'video_id = $video',
  product: 'product_id = $product',
  segment: 'segment = $segment',
  experiment: 'experiment = $experiment',
  arm: 'arm = $arm',
  surface: 'surface = $surface',
  fromMs: 'at_ms >= $fromMs',
  toMs: 'at_ms < $toMs',
};

/** Starting a view or opening a product has no place in the film: it is in a segment when something else of its view was. */
const SEGMENT_OF_VIEW = `(segment = $segment OR segment IS NULL AND (site, view_id) IN (
  SELECT site, view_id FROM events WHERE segment = $segment AND {selection of site, video} GROUP BY site, view_id))`;

const PLACE = /\{selection(?: of ([^}]+?))?( by view)?\}/g;

/**
 * Puts conditions in place of `{selection}`, and of `{selection of site, fromMs}` those of these keys alone: for tables that
 * have not all columns of `events`. `{selection by view}` lets events in that have no place in the film. Only what was given is in them, so that the engine can prune by it.
 */
export function select(sql: string, selection: Selection): string {
  const all = Object.keys(CONDITIONS) as (keyof Selection)[];
  return sql.replace(PLACE, (_, keys?: string, byView?: string) => {
    const wanted = keys?.split(',').map((key) => key.trim() as keyof Selection) ?? all;
    const stranger = wanted.find((key) => !(key in CONDITIONS));
    if (stranger) throw new Error(`{selection of ${stranger}}: there is no such key.`);
    return (
      wanted
        .filter((key) => selection[key] !== undefined)
        .map((key) => (byView && key === 'segment' ? select(SEGMENT_OF_VIEW, selection) : CONDITIONS[key]))
        .join(' AND ') || 'TRUE'
    );
  });
}

/** Of `values` those that the SQL names, as `$name`: an engine refuses a parameter that it does not find. */
export function bind(sql: string, values: object): Record<string, string | number> {
  const named = new Set([...sql.matchAll(/\$(\w+)/g)].map(([, name]) => name!));
  const given = Object.entries(values as Record<string, string | number | undefined>);
  return Object.fromEntries(
    given.filter((entry): entry is [string, string | number] => named.has(entry[0]) && entry[1] !== undefined),
  );
}
