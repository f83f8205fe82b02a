/** Which events a question is about. Times are Unix milliseconds on the server's clock, `fromMs` within and `toMs` not. */
export interface Selection {
  readonly site?: string;
  readonly video?: string;
  readonly product?: string;
  readonly fromMs?: number;
  readonly toMs?: number;
}

const CONDITIONS: Readonly<Record<keyof Selection, string>> = {
  site: 'site = $site',
  video: 'video_id = $video',
  product: 'product_id = $product',
  fromMs: 'at_ms >= $fromMs',
  toMs: 'at_ms < $toMs',
};

/** A condition on `events` and its parameters; only what was given is in it, so that the engine can prune by it. */
export function where(selection: Selection): { sql: string; parameters: Record<string, string | number> } {
  const given = (Object.keys(CONDITIONS) as (keyof Selection)[]).filter((key) => selection[key] !== undefined);
  return {
    sql: given.map((key) => CONDITIONS[key]).join(' AND ') || 'TRUE',
    parameters: Object.fromEntries(given.map((key) => [key, selection[key]!])),
  };
}
