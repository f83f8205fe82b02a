import type { Intent } from './intents.js';
import type { RecoverySettings } from './settings.js';

/** What became of the message of a step. */
export interface Sending {
  readonly step: number;
  /** `uncertain`: it had been handed over when the connection broke, and is not sent again, as it may have come. */
  readonly outcome: 'sent' | 'uncertain' | 'refused';
  readonly atMs: number;
}

/** All that says where the recovery of an intent is. */
export interface Standing {
  readonly intent: Intent;
  readonly arm: 'message' | 'holdout' | undefined;
  readonly sendings: readonly Sending[];
  readonly hasContact: boolean;
  readonly hasPage: boolean;
  /** Whether the last try failed, and it is tried again. */
  readonly failing: boolean;
}

export const STATES = [
  'pending',
  'due',
  'failing',
  'sent',
  'held-out',
  'ordered',
  'removed',
  'no-contact',
  'no-page',
  'uncertain',
  'failed',
  'off',
] as const;
export type State = (typeof STATES)[number];

type Waits = Pick<RecoverySettings, 'waitsMs' | 'giveUpMs'>;

/**
 * The message that is next, counted from 1, and when it goes; undefined when there is none any more. Messages keep their
 * distance: what a receiver that was down got late does not make the next one follow at once.
 */
export function nextStep({ intent, sendings }: Pick<Standing, 'intent' | 'sendings'>, { waitsMs }: Waits) {
  const last = sendings.at(-1);
  if (last?.outcome === 'refused') return undefined;
  const step = (last?.step ?? 0) + 1;
  const wait = waitsMs[step - 1];
  if (wait === undefined) return undefined;
  const after = last ? last.atMs + wait - waitsMs[last.step - 1]! : 0;
  return { step, dueMs: Math.max(intent.lastMs + wait, after) };
}

/** Whether a message may go now, but for a page that it would lead to. Who is held out is not known of before it is due. */
export function isDue({ intent, sendings, arm, hasContact }: Standing, waits: Waits, nowMs: number): boolean {
  if (intent.end || arm === 'holdout' || !hasContact || nowMs >= intent.lastMs + waits.giveUpMs) return false;
  const next = nextStep({ intent, sendings }, waits);
  return next !== undefined && nowMs >= next.dueMs;
}

/** Where the recovery of an intent is. */
export function stateOf(standing: Standing, waits: Waits | undefined, nowMs: number): State {
  const { intent, arm, sendings, hasContact, hasPage, failing } = standing;
  if (intent.end) return intent.end.how;
  if (!waits) return 'off';
  if (arm === 'holdout') return 'held-out';
  const last = sendings.at(-1);
  if (last?.outcome === 'refused') return 'failed';
  const next = nextStep(standing, waits);
  const isOver = nowMs >= intent.lastMs + waits.giveUpMs;
  if (last && (!next || nowMs < next.dueMs || isOver || !hasContact)) return last.outcome;
  if (next && nowMs < next.dueMs) return 'pending';
  if (!hasContact) return 'no-contact';
  if (!hasPage) return 'no-page';
  if (isOver) return 'failed';
  return failing ? 'failing' : 'due';
}
