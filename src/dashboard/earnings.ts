import type { Answer, Row } from './answer.js';

export interface Total {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string;
}

export interface Earning extends Total {
  readonly video: string;
}

/**
 * Adds up rows of `attribution`. Buyers of different rows are different ones or other purchases of theirs, so that variances add
 * up: half-widths by their squares. A row of one buyer has no interval, and adds its own square, as `1.96 · √value²`.
 */
function add(rows: readonly Row[], currency: string): Total {
  const value = rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
  const half = Math.sqrt(
    rows.reduce((sum, row) => sum + (row.high === null ? 1.96 * (row.value ?? 0) : row.high - row.value!) ** 2, 0),
  );
  const sure = rows.reduce((sum, row) => sum + row.n, 0) > 1;
  return { value, low: sure ? value - half : null, high: sure ? value + half : null, currency };
}

const groupBy = (rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};

/** The currency in which most is sold: sums of two currencies are none. */
export function mainCurrency(rows: readonly Row[]): string | undefined {
  const sums = [...groupBy(rows, ({ currency }) => String(currency))].map(
    ([currency, own]) => [currency, own.reduce((sum, { value }) => sum + Math.abs(value ?? 0), 0)] as const,
  );
  return sums.sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** What each video earned in each currency, of the same product and of others together; most first. */
export function earningsOf({ rows }: Answer): Earning[] {
  const mine = rows.filter(({ video }) => video !== null && video !== undefined);
  return [...groupBy(mine, ({ video, currency }) => JSON.stringify([video, currency])).values()]
    .map((own) => ({ video: String(own[0]!.video), ...add(own, String(own[0]!.currency)) }))
    .sort((a, b) => b.value - a.value);
}

/** What was credited to any video, in the main currency. */
export function totalOf({ rows }: Answer): Total | undefined {
  const currency = mainCurrency(rows);
  const credited = rows.filter((row) => row.currency === currency && row.kind !== 'unattributed');
  return currency && credited.length ? add(credited, currency) : undefined;
}

/** What was credited to none. */
export function unattributedOf({ rows }: Answer): Total | undefined {
  const currency = mainCurrency(rows);
  const rest = rows.filter((row) => row.currency === currency && row.kind === 'unattributed');
  return currency && rest.length ? add(rest, currency) : undefined;
}
