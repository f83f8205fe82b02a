import type { Context } from 'hono';
import { list, type QuestionFault } from '../insights/question-fault.js';
import { type ListedIntent, type Listing, PARAMETERS, SORTS } from './listing.js';
import type { Recovery } from './recovery.js';
import { STATES } from './stage.js';

export interface RecoveryRouteParts {
  readonly recovery: Pick<Recovery, 'list'>;
  readonly warn: (message: string) => void;
}

interface Wanted {
  readonly site?: string;
  readonly video?: string;
  readonly state?: string;
  readonly sort: (typeof SORTS)[number];
  readonly limit: number;
}

/** Reads the query. Empty parameters count as absent. */
export function parseWanted(queries: Readonly<Record<string, readonly string[]>>): Wanted | QuestionFault {
  for (const [path, values] of Object.entries(queries)) {
    if (!Object.hasOwn(PARAMETERS, path))
      return { error: `\`${path}\` is not a parameter. Allowed: ${list(Object.keys(PARAMETERS))}.`, path };
    if (values.length > 1) return { error: `\`${path}\` is given ${values.length} times. Give it once.`, path };
  }
  const of = (name: keyof typeof PARAMETERS) => queries[name]?.[0] || undefined;
  const [state, sorted, limit] = [of('state'), of('sort') ?? 'age', of('limit') ?? '200'];
  if (state && !STATES.some((known) => known === state))
    return { error: `\`state\` must be one of ${list(STATES)}.`, path: 'state' };
  const sort = SORTS.find((known) => known === sorted);
  if (!sort) return { error: `\`sort\` must be one of ${list(SORTS)}.`, path: 'sort' };
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > 1000)
    return { error: '`limit` must be a whole number from 1 to 1000.', path: 'limit' };
  return { site: of('site'), video: of('video'), state, sort, limit: Number(limit) };
}

const ORDERS: Record<Wanted['sort'], (a: ListedIntent, b: ListedIntent) => number> = {
  age: (a, b) => b.lastMs - a.lastMs,
  // currencies are never compared
  value: (a, b) =>
    (a.currency ?? '~') === (b.currency ?? '~')
      ? (b.valueMinor ?? 0) - (a.valueMinor ?? 0)
      : (a.currency ?? '~') < (b.currency ?? '~')
        ? -1
        : 1,
};

function answer(
  { intents, ...rest }: Omit<Listing, 'total' | 'counts'>,
  { site, video, state, sort, limit }: Wanted,
): Listing {
  const about = intents.filter((one) => (!site || one.site === site) && (!video || one.video === video));
  const counts: Record<string, number> = {};
  for (const one of about) counts[one.state] = (counts[one.state] ?? 0) + 1;
  const found = about.filter((one) => !state || one.state === state).sort(ORDERS[sort]);
  return { ...rest, total: found.length, counts, intents: found.slice(0, limit) };
}

/** `GET /v1/recovery`: what was left in carts, with every event and order that was acknowledged before. */
export function recoveryRoute({ recovery, warn }: RecoveryRouteParts) {
  return async (context: Context): Promise<Response> => {
    const wanted = parseWanted(context.req.queries());
    if ('error' in wanted) return context.json(wanted, 400);
    context.header('Cache-Control', 'no-store');
    try {
      return context.json(answer(await recovery.list(), wanted));
    } catch (error) {
      warn(`The list of what is left could not be made: ${error}`);
      context.header('Retry-After', '5');
      return context.json({ error: 'The store does not answer now. Ask again later.', path: '' }, 503);
    }
  };
}
