import { Batch, type BeaconReply, Event } from '../../schema/beacon.js';
import { firstFault } from './fault.js';
import { isDeeperThan } from './json-depth.js';
import type { StoredEvent } from './stored-event.js';

/** What only the server knows about a request. */
export interface Arrival {
  readonly receivedMs: number;
  /** By its user agent, which is forgotten here. */
  readonly bot: boolean;
}

/** The whole batch is refused. `path` is where, empty for the body itself. */
export interface BatchFault {
  readonly error: string;
  readonly path: string;
}

export interface TakenBatch {
  readonly taken: readonly StoredEvent[];
  readonly rejected: BeaconReply['rejected'];
}

/** A beacon nests 4 deep; what comes later may nest a little more. */
const DEEPEST = 16;
const LONGEST_ID = 200;

function parseJson(body: string): { value: unknown } | BatchFault {
  if (isDeeperThan(body, DEEPEST)) return { error: `The body nests deeper than ${DEEPEST} levels.`, path: '' };
  try {
    return { value: JSON.parse(body) };
  } catch (error) {
    return { error: `The body is not JSON: ${(error as Error).message}.`, path: '' };
  }
}

/** The sender's own name for an event, by which it can forget it; empty when there is none to repeat. */
function nameOf(event: unknown): string {
  const id = (event as { eventId?: unknown } | null)?.eventId;
  return typeof id === 'string' && id.length <= LONGEST_ID ? id : '';
}

/**
 * Reads the body of a beacon. Each event is judged by itself, and keys that the schema does not know are dropped,
 * so that nothing is stored that nobody expects.
 */
export function takeBatch(body: string, { receivedMs, bot }: Arrival): TakenBatch | BatchFault {
  const json = parseJson(body);
  if ('error' in json) return json;
  const batch = Batch.safeParse(json.value, { reportInput: true });
  if (!batch.success) return firstFault(batch.error);
  const { sentAtMs, site, sdk, events } = batch.data;
  const taken: StoredEvent[] = [];
  const rejected: BeaconReply['rejected'] = [];
  for (const [index, candidate] of events.entries()) {
    const parsed = Event.safeParse(candidate, { reportInput: true });
    if (parsed.success) {
      const event = parsed.data;
      taken.push({ receivedMs, sentMs: sentAtMs, site, sdk, bot: bot || event.automated === true, event });
    } else {
      rejected.push({ eventId: nameOf(candidate), reason: `events[${index}]: ${firstFault(parsed.error).error}` });
    }
  }
  return { taken, rejected };
}
