import { AnyEvent, Batch, type BeaconReply } from '../../schema/beacon.js';
import { firstFault } from '../fault.js';
import type { BatchFault } from './batch-fault.js';
import { CUT, cutDepth } from './cut-depth.js';
import type { DecodedBody } from './decode-body.js';
import type { Arrived, StoredEvent } from './stored-event.js';

/** A batch whose events nobody has looked at yet. */
export interface OpenBatch {
  readonly site: string;
  readonly sdk: string;
  readonly writeKey?: string;
  readonly sentAtMs: number;
  readonly events: readonly unknown[];
  /** What stands in an event that cannot be taken as it was sent, and why. */
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly text: string;
  readonly reason: string;
  readonly rule: string;
}

/** An event that was refused, with what is needed to try again. */
export interface RejectedEvent extends Arrived {
  readonly event: unknown;
  /** In a word, to be counted by. */
  readonly kind: string;
  readonly reason: string;
}

export interface TakenBatch {
  readonly taken: readonly StoredEvent[];
  readonly rejected: readonly RejectedEvent[];
}

export interface BatchLimits {
  readonly events: number;
  readonly depth: number;
}

const LONGEST_ID = 200;

const refuse = (status: 400 | 413, reason: string, error: string, path = ''): BatchFault => ({
  status,
  reason,
  error,
  path,
});

/** Whether a value has a text somewhere in it. Asked only about bodies that are known to. */
const has = (value: unknown, text: string) => JSON.stringify(value).includes(text);

/** Reads a body as far as its envelope. */
export function openBatch(
  { text, hasBadBytes }: DecodedBody,
  { events: most, depth }: BatchLimits,
): OpenBatch | BatchFault {
  const { json, wasCut } = cutDepth(text, depth);
  let value: { events?: unknown } | null;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return refuse(400, 'not-json', `The body is not JSON: ${(error as Error).message.slice(0, 200)}.`);
  }
  if (Array.isArray(value?.events) && value.events.length > most) {
    const error = `events has ${value.events.length} entries, and may have ${most}. Send smaller batches.`;
    return refuse(413, 'too-many', error, 'events');
  }
  const batch = Batch.safeParse(value, { reportInput: true });
  if (!batch.success) {
    const { error, path } = firstFault(batch.error);
    return refuse(400, 'schema', error, path);
  }
  const { events, ...envelope } = batch.data;
  if (hasBadBytes && has(envelope, '\ufffd')) return refuse(400, 'utf-8', 'The body is not UTF-8.');
  const marks = [
    ...(wasCut ? [{ text: CUT, reason: 'depth', rule: `nests deeper than ${depth} levels` }] : []),
    ...(hasBadBytes ? [{ text: '\ufffd', reason: 'utf-8', rule: 'has bytes that are not UTF-8' }] : []),
  ];
  return { ...envelope, events, marks };
}

/** The sender's own name for an event, by which it can forget it; empty when there is none to repeat. */
function nameOf(event: unknown): string {
  const id = (event as { eventId?: unknown } | null)?.eventId;
  return typeof id === 'string' && id.length <= LONGEST_ID ? id : '';
}

/** An event as the schema wants it, without the keys that it does not know, and its arrival; or why not. */
export function readEvent(
  candidate: unknown,
  { receivedMs, sentMs, site, sdk, bot }: Arrived,
): StoredEvent | { error: string } {
  const parsed = AnyEvent.safeParse(candidate, { reportInput: true });
  if (!parsed.success) return { error: firstFault(parsed.error).error };
  const event = parsed.data;
  return { receivedMs, sentMs, site, sdk, bot: bot || event.automated === true, event };
}

/**
 * Reads the events of a batch. Each is judged by itself, and keys that the schema does not know are dropped, so that
 * nothing is stored that nobody expects.
 * @param bot by its user agent, which is forgotten here
 */
export function takeEvents(
  { events, marks, site, sdk, sentAtMs }: OpenBatch,
  { receivedMs, bot }: { receivedMs: number; bot: boolean },
): TakenBatch {
  const arrived = { receivedMs, sentMs: sentAtMs, site, sdk, bot };
  const taken: StoredEvent[] = [];
  const rejected: RejectedEvent[] = [];
  for (const [index, candidate] of events.entries()) {
    const mark = marks.find(({ text }) => has(candidate, text));
    const read = mark ? { error: `It ${mark.rule}.` } : readEvent(candidate, arrived);
    if ('event' in read) {
      taken.push(read);
      continue;
    }
    const reason = `events[${index}]: ${read.error}`;
    rejected.push({ ...arrived, kind: mark?.reason ?? 'schema', reason, event: candidate });
  }
  return { taken, rejected };
}

/** What the sender is told of the events that were refused. */
export const replyOf = (rejected: readonly RejectedEvent[]): BeaconReply['rejected'] =>
  rejected.map(({ event, reason }) => ({ eventId: nameOf(event), reason }));
