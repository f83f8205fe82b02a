import { events } from '../tables/events.js';

/** Where events are as they came. Under its own name the table is read, rolled up or not. */
export const ARRIVED = 'events_rows';

/** What is told of so often that it is most of a log. What else happens stays as it came: who buys, how and after what. */
export const KINDS = ['player_opportunity', 'view_start', 'playback', 'hotspot_exposure'] as const;

/** What events have in common that are one row, beside the quarter of an hour (`QUARTER_MS`) in which they happened. */
export const KEY = [
  'type',
  'site',
  'bot',
  'viewer',
  'session_id',
  'view_id',
  'video_id',
  'surface',
  'segment',
  'experiment',
  'arm',
  'product_id',
] as const;

/** What is told of them: when the first happened, the greatest `seq`, and what of the film. */
const TOLD = ['at_ms', 'seq', 'from_ms', 'to_ms'] as const;

const kept: readonly string[] = [...KEY, ...TOLD];

/**
 * Tables beside those of `tables/`. A row of `rolled_events` is of `times` events; several may be of one key, as more arrives
 * late, and whoever reads them adds them up. `known_ids` are those of events that are rolled up.
 */
export const ROLLED = [
  {
    name: 'rolled_events',
    columns: [...events.columns.filter(({ name }) => kept.includes(name)), { name: 'times', type: 'BIGINT' as const }],
  },
  { name: 'known_ids', columns: events.columns.filter(({ name }) => name === 'event_id' || name === 'received_ms') },
];

/** The SELECT of `events`: each row is of `times` events, of which one that came as it is has its `event_id`. */
export const EVENTS = `
  SELECT ${events.columns.map(({ name }) => name).join(', ')}, 1::BIGINT AS times FROM ${ARRIVED}
  UNION ALL
  SELECT ${events.columns.map(({ name, type }) => (kept.includes(name) ? name : `NULL::${type} AS ${name}`)).join(', ')}, times
  FROM rolled_events`;
