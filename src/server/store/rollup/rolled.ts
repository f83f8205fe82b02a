import { counted } from '../../../insights/quality.js';
import { events } from '../tables/events.js';

/** Where events are as they came. Under its own name the table is read, rolled up or not. */
export const ARRIVED = 'events_rows';

/** What is told of so often that it is most of a log. What else happens stays as it came: who buys, how and after what. */
export const KINDS = ['player_opportunity', 'view_start', 'playback', 'hotspot_exposure'] as const;

/** What events of a view have in common that are counted in one row of `rolled_views`. */
export const OF_VIEW = [
  'site',
  'bot',
  'viewer',
  'session_id',
  'view_id',
  'video_id',
  'surface',
  'experiment',
  'arm',
] as const;

/** What events have in common that are one row, beside the quarter of an hour (`QUARTER_MS`) in which they happened. */
export const KEY = ['type', ...OF_VIEW, 'segment', 'product_id'] as const;

/** What is told of them: when the first happened, the greatest `seq`, and what of the film. */
const kept: readonly string[] = [...KEY, 'at_ms', 'seq', 'from_ms', 'to_ms'];

const named = (names: readonly string[]) => events.columns.filter(({ name }) => names.includes(name));
const number = (name: string) => ({ name, type: 'BIGINT' as const });

/**
 * Tables beside those of `tables/`. A row of `rolled_events` is of `times` events; several may be of one key, as more arrives
 * late, and whoever reads them adds them up. `kept_events` are those that stay as they came; `rolled_views` has how many there
 * were of either, and `known_ids` which.
 */
export const ROLLED = [
  { name: 'rolled_events', columns: [...named(kept), number('times')] },
  { name: 'kept_events', columns: events.columns },
  { name: 'rolled_views', columns: [...named([...OF_VIEW, 'at_ms']), number('arrived'), number('sent')] },
  { name: 'known_ids', columns: named(['event_id', 'received_ms']) },
];

const all = events.columns.map(({ name }) => name).join(', ');

/** The SELECT of `events`: each row is of `times` events, of which one that is as it came has its `event_id`. */
export const EVENTS = `
  SELECT ${all}, 1::BIGINT AS times FROM ${ARRIVED}
  UNION ALL
  SELECT ${all}, 1::BIGINT AS times FROM kept_events
  UNION ALL
  SELECT ${events.columns.map(({ name, type }) => (kept.includes(name) ? name : `NULL::${type} AS ${name}`)).join(', ')}, times
  FROM rolled_events`;

const part = [...OF_VIEW, 'at_ms'].join(', ');

/** The SELECT of `view_parts`, which is `PARTS` without the segment: of a view that is rolled up there is mostly one row. */
export const VIEW_PARTS = `
  SELECT ${part}, ${counted('1')} FROM ${ARRIVED}
  UNION ALL
  SELECT ${part}, arrived, sent FROM rolled_views`;
