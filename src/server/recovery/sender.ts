import { backoffMs } from '../../shared/backoff.js';
import type { Clock } from '../../shared/clock.js';
import type { JournalRecord } from '../collector/stored-event.js';
import type { Erasures } from '../erase/erasure.js';
import type { Contacts } from './contacts/contacts.js';
import type { Deliveries } from './deliveries.js';
import { isHeldOut } from './holdout.js';
import type { Look, Try } from './look.js';
import { messageOf } from './message.js';
import type { Receiver, Result } from './receivers/receiver.js';
import type { RecoverySettings } from './settings.js';
import { isDue, nextStep, type Standing, stateOf } from './stage.js';

export interface SenderParts {
  /** Everything as it is now. */
  readonly look: () => Promise<Look>;
  readonly journal: { append(records: readonly JournalRecord[]): Promise<unknown> };
  readonly contacts: Pick<Contacts, 'get'>;
  readonly deliveries: Deliveries;
  readonly erasures: Pick<Erasures, 'has'>;
  readonly receiver: Receiver;
  readonly settings: RecoverySettings;
  /** Messages that were tried in vain, by intent: kept here. */
  readonly tries: Map<string, Try>;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
  /** Told of each try. */
  readonly onResult: (outcome: Result['outcome']) => void;
}

/** At once. A receiver that is slow holds no more. */
const ABREAST = 8;
/** After so long it is looked again before the next goes: somebody may have ordered meanwhile. */
const FRESH_MS = 1000;
/** How often it is looked, at most and at least. */
const EVERY_MS = [250, 60_000] as const;

/** Sends messages as they come due, until it is closed. */
export interface Sender {
  close(): Promise<void>;
}

export function startSender(parts: SenderParts): Sender {
  const { look, journal, contacts, deliveries, erasures, receiver, settings, tries, clock, warn, onResult } = parts;
  const { retry, holdout, waitsMs } = settings;
  const isDry = receiver.name === 'dry-run';
  const everyMs = Math.min(EVERY_MS[1], Math.max(EVERY_MS[0], Math.round(waitsMs[0]! / 20)));
  /** Of a dry run, which notes nothing. */
  const shown = new Set<string>();
  const warned = new Set<string>();
  /** Of the receiver as a whole. */
  let failures = 0;
  let downUntilMs = 0;
  let timer: unknown;
  let closed = false;
  let running: Promise<void> = Promise.resolve();

  const warnOnce = (key: string, message: string) => {
    if (!warned.has(key)) warn(message);
    warned.add(key);
  };

  /** Whether a viewer gets messages, on the disk before the first goes: who is compared with whom must not come of what went. */
  async function assign({ intent, arm }: Standing): Promise<'message' | 'holdout'> {
    if (arm) return arm;
    const { id: intentId, site, viewerId, lines } = intent;
    const drawn = isHeldOut(site, viewerId, holdout) ? 'holdout' : 'message';
    const assignment = { intentId, viewerId, videoId: lines[0]!.videoId, arm: drawn, holdout } as const;
    if (!isDry) await journal.append([{ site, receivedMs: clock.now(), assignment }]);
    return drawn;
  }

  function delay(id: string, { reason, down, afterMs }: Extract<Result, { outcome: 'retry' }>): void {
    const before = tries.get(id)?.tries ?? 0;
    const nowMs = clock.now();
    tries.set(id, { tries: before + 1, reason, nextMs: nowMs + Math.max(backoffMs(before, retry), afterMs ?? 0) });
    if (!down) return;
    if (!failures) warn(`Messages are kept, as the ${receiver.name} takes none: ${reason}`);
    downUntilMs = nowMs + Math.max(backoffMs(failures, retry), afterMs ?? 0);
    failures += 1;
  }

  async function send(standing: Standing): Promise<void> {
    const { intent } = standing;
    const { id, site, viewerId } = intent;
    const step = nextStep(standing, settings)!.step;
    // what is known of them may be erased since it was looked
    const contact = contacts.get(site, viewerId);
    if (!contact || erasures.has({ site, event: { viewerId } })) return;
    const message = messageOf(intent, step, contact, settings);
    if (!message || (await assign(standing)) === 'holdout') return;
    if (isDry && shown.has(message.id)) return;
    let begun = false;
    const result = await receiver.send(message, async () => {
      await deliveries.begin(id, step, clock.now());
      begun = true;
    });
    onResult(result.outcome);
    if (isDry) {
      shown.add(message.id);
      return;
    }
    if (result.outcome === 'retry') {
      if (begun) await deliveries.undo(id, step);
      delay(id, result);
      return;
    }
    tries.delete(id);
    if (failures) warn(`The ${receiver.name} takes messages again.`);
    failures = 0;
    await deliveries.note(id, { step, outcome: result.outcome, atMs: clock.now() });
    if (result.outcome !== 'sent') warn(`The message ${message.id} is ${result.outcome}: ${result.reason}`);
  }

  /** Whether it is to be tried now. */
  function isReady(standing: Standing, nowMs: number): boolean {
    const { intent, hasPage } = standing;
    if (!isDue(standing, settings, nowMs) || nowMs < (tries.get(intent.id)?.nextMs ?? 0)) return false;
    if (!hasPage) {
      const { videoId } = intent.lines[0]!;
      warnOnce(
        JSON.stringify([intent.site, videoId]),
        `No message leads to the video ${JSON.stringify(videoId)}, whose page is not known. ` +
          'Give it a `url` in the catalogue (POST /v1/catalog), or its site a `page` in the settings.',
      );
    }
    return hasPage;
  }

  async function round(): Promise<void> {
    for (;;) {
      if (closed || clock.now() < downUntilMs) return;
      const { atMs, standings } = await look();
      // a large store takes its time, which must not leave none to send in
      const staleMs = clock.now() + Math.max(FRESH_MS, clock.now() - atMs);
      for (const { intent, ...rest } of standings) {
        if (tries.has(intent.id) && stateOf({ intent, ...rest }, settings, atMs) !== 'failing') tries.delete(intent.id);
      }
      // what failed most comes last, so that one that always fails holds up no other
      const due = standings
        .filter((standing) => isReady(standing, atMs))
        .sort((a, b) => (tries.get(a.intent.id)?.tries ?? 0) - (tries.get(b.intent.id)?.tries ?? 0));
      let done = 0;
      while (done < due.length && !closed && clock.now() >= downUntilMs && clock.now() < staleMs) {
        // one alone finds out whether a receiver that was down is there again
        const part = due.slice(done, done + (failures ? 1 : ABREAST));
        await Promise.all(part.map(send));
        done += part.length;
      }
      if (done >= due.length) return;
    }
  }

  let isBroken = false;
  function again(): void {
    if (closed) return;
    const delayMs = failures ? Math.min(everyMs, Math.max(1, downUntilMs - clock.now())) : everyMs;
    timer = clock.setTimeout(() => {
      running = round()
        .then(
          () => {
            isBroken = false;
          },
          (error) => {
            if (!isBroken) warn(`Recovery waits until the store and the disk answer: ${error}`);
            isBroken = true;
          },
        )
        .then(again);
    }, delayMs);
  }
  again();

  return {
    async close() {
      closed = true;
      clock.clearTimeout(timer);
      await running;
    },
  };
}
