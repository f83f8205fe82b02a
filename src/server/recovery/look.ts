import type { StoreClient } from '../store/open-store.js';
import type { Contacts } from './contacts/contacts.js';
import type { Deliveries } from './deliveries.js';
import { type Intent, intentsOf } from './intents.js';
import { linkOf } from './message.js';
import { readFacts } from './read-intents.js';
import type { Receiver } from './receivers/receiver.js';
import type { RecoverySettings } from './settings.js';
import type { Standing } from './stage.js';

/** A shop's clock may be behind by so much, and tells whole seconds. */
const SLACK_MS = 60_000;

/** A message that was tried in vain since the server began. */
export interface Try {
  readonly tries: number;
  readonly nextMs: number;
  readonly reason: string;
}

export interface LookParts {
  readonly store: Pick<StoreClient, 'query' | 'catchUp'>;
  readonly contacts: Pick<Contacts, 'get'>;
  readonly deliveries: Pick<Deliveries, 'of'>;
  /** Without, nothing is sent. */
  readonly settings: RecoverySettings | undefined;
  readonly receiver: Pick<Receiver, 'reaches'> | undefined;
  readonly tries: ReadonlyMap<string, Try>;
}

export interface Look {
  readonly atMs: number;
  readonly standings: readonly Standing[];
}

/** Of listings of a server that sends nothing. */
export const DEFAULTS = { waitsMs: [30 * 60_000, 24 * 3_600_000], giveUpMs: 7 * 24 * 3_600_000, holdout: 0.1 };

/**
 * Where all intents are that somebody was at within `giveUpMs`, with everything that was acknowledged before.
 * @throws when the store does not answer
 */
export async function look(parts: LookParts, nowMs: number): Promise<Look> {
  const { store, contacts, deliveries, settings, receiver, tries } = parts;
  const { giveUpMs, waitsMs } = settings ?? DEFAULTS;
  await store.catchUp();
  // what was given up is listed for as long again
  const facts = await readFacts(store.query, { nowMs, activeMs: nowMs - 2 * giveUpMs });
  const rules = { giveUpMs, slackMs: Math.min(SLACK_MS, waitsMs[0]!) };
  const standings = intentsOf(facts.actions, facts.orders, rules).map((found): Standing => {
    // an earlier action that came late must not make another intent of it
    const id = found.ids.find((one) => facts.arms.has(one)) ?? found.id;
    const intent: Intent = { ...found, id };
    const sendings = deliveries.of(id);
    const contact = contacts.get(intent.site, intent.viewerId);
    return {
      intent,
      arm: facts.arms.get(id),
      sendings,
      hasContact: contact !== undefined && (receiver?.reaches(contact) ?? true),
      hasPage: linkOf(intent.lines[0]!, intent.site, settings) !== undefined,
      failing: tries.has(id),
    };
  });
  return { atMs: nowMs, standings };
}
