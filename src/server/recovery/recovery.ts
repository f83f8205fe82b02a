import type { Clock } from '../../shared/clock.js';
import type { Erasures } from '../erase/erasure.js';
import type { Journal } from '../journal/journal.js';
import type { Metrics } from '../metrics/metrics.js';
import type { StoreClient } from '../store/open-store.js';
import type { Contacts } from './contacts/contacts.js';
import { openDeliveries } from './deliveries.js';
import { isHeldOut } from './holdout.js';
import { listed } from './list-intents.js';
import type { Listing } from './listing.js';
import { DEFAULTS, look, type Try } from './look.js';
import { type Message, messageOf } from './message.js';
import { openReceiver } from './receivers/open-receiver.js';
import { startSender } from './sender.js';
import type { RecoverySettings } from './settings.js';
import { isDue, nextStep } from './stage.js';

/** What was left in carts in videos, and the messages about it. */
export interface Recovery {
  /** @throws when the store does not answer */
  list(): Promise<Omit<Listing, 'total' | 'counts'>>;
  /** What would be sent now, without a try. @throws when the store does not answer */
  due(): Promise<Message[]>;
  close(): Promise<void>;
}

export interface RecoveryParts {
  readonly journal: Pick<Journal, 'append'>;
  readonly store: Pick<StoreClient, 'query' | 'catchUp'>;
  readonly contacts: Contacts;
  readonly erasures: Pick<Erasures, 'has'>;
  /** Without, it is listed what was left, and nothing is sent. */
  readonly settings: RecoverySettings | undefined;
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, 'messages'>;
  readonly warn: (message: string) => void;
  readonly print: (text: string) => void;
  /** Whether nothing is sent, and it is looked only. */
  readonly idle?: boolean;
}

/**
 * @param directory where it is kept what went
 * @throws when the receiver cannot be used as it is set up
 */
export async function openRecovery(directory: string, parts: RecoveryParts): Promise<Recovery> {
  const { settings, clock, warn, print, metrics, idle, ...rest } = parts;
  const now = () => clock.now();
  const receiver = settings && (await openReceiver(settings, { now, print }));
  const deliveries = await openDeliveries(directory, { warn, now });
  const tries = new Map<string, Try>();
  const lookNow = () => look({ ...rest, settings, receiver, deliveries, tries }, now());
  const onResult = (outcome: string) => metrics.messages.add(1, { outcome });
  const sender =
    receiver && !idle
      ? startSender({ ...rest, look: lookNow, deliveries, receiver, settings, tries, clock, warn, onResult })
      : undefined;
  return {
    async list() {
      const { atMs, standings } = await lookNow();
      const { waitsMs, giveUpMs, holdout } = settings ?? DEFAULTS;
      return {
        asOfMs: atMs,
        on: receiver !== undefined,
        receiver: receiver?.name ?? null,
        waitsMs: [...waitsMs],
        giveUpMs,
        holdout,
        intents: standings.map((standing) => listed(standing, { settings, tries, nowMs: atMs })),
      };
    },
    async due() {
      if (!settings) return [];
      const { atMs, standings } = await lookNow();
      return standings.flatMap((standing) => {
        const { intent, sendings, arm } = standing;
        const { site, viewerId } = intent;
        const contact = rest.contacts.get(site, viewerId);
        if (!contact || !isDue(standing, settings, atMs)) return [];
        if (!arm && isHeldOut(site, viewerId, settings.holdout)) return [];
        return messageOf(intent, nextStep({ intent, sendings }, settings)!.step, contact, settings) ?? [];
      });
    },
    async close() {
      await sender?.close();
      await deliveries.close();
    },
  };
}
