/**
 * SQL that walks along the spans of each view: where the first of those that lie over each other begins `views` is 1, where
 * the last ends −1; `plays` adds up those that begin and end. Cumulated, `views` is how many views cover a moment, however
 * often, and `plays` how many spans do.
 * @param spans a query with `site`, `view_id`, `from_at` and `to_at`, which is greater, and the columns of `beside`
 * @param beside columns that are the same throughout a view, or that views are to be split by
 */
export function sweep(spans: string, beside: readonly string[] = []): string {
  const keys = [...beside, 'site', 'view_id'].join(', ');
  return walk(
    `
        SELECT ${keys}, CASE WHEN edge = 1 THEN from_at ELSE to_at END AS edge_at, edge AS step
        FROM (${spans}) AS spans CROSS JOIN (SELECT 1 AS edge UNION ALL SELECT -1 AS edge) AS edges`,
    beside,
  );
}

/**
 * The same along steps up, where spans begin, and down, where they end.
 * @param steps a query with `site`, `view_id`, `edge_at`, `step` and the columns of `beside`
 */
export function walk(steps: string, beside: readonly string[] = []): string {
  const keys = [...beside, 'site', 'view_id'].join(', ');
  return `
    SELECT ${keys}, edge_at, step AS plays,
      CASE WHEN covering > 0 AND covering = step THEN 1 WHEN covering = 0 AND step < 0 THEN -1 ELSE 0 END AS views
    FROM (
      SELECT ${keys}, edge_at, step, sum(step) OVER (PARTITION BY ${keys} ORDER BY edge_at) AS covering
      FROM (
        SELECT ${keys}, edge_at, sum(step) AS step FROM (${steps}) AS edges GROUP BY ${keys}, edge_at
      ) AS steps
    ) AS walked`;
}

/** A film is no longer than a day: what a sender says beyond it would make an answer without end. */
export const LONGEST_MS = 24 * 3_600_000;
