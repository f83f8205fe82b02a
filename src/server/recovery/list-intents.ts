import type { IntentLine } from './intents.js';
import type { ListedIntent } from './listing.js';
import type { Try } from './look.js';
import { linkOf } from './message.js';
import type { RecoverySettings } from './settings.js';
import { nextStep, type Standing, stateOf } from './stage.js';

/** What lines are worth, in the currency of the first whose price is known. */
export function worth(lines: readonly IntentLine[]): { currency: string | null; valueMinor: number | null } {
  const currency = lines.find(({ unitMinor }) => unitMinor !== undefined)?.currency;
  if (currency === undefined) return { currency: null, valueMinor: null };
  const priced = lines.filter((line) => line.currency === currency && line.unitMinor !== undefined);
  return { currency, valueMinor: priced.reduce((sum, { quantity, unitMinor }) => sum + quantity * unitMinor!, 0) };
}

/** An intent as the list shows it, without a word of who it is. */
export function listed(
  standing: Standing,
  {
    settings,
    tries,
    nowMs,
  }: { settings: RecoverySettings | undefined; tries: ReadonlyMap<string, Try>; nowMs: number },
): ListedIntent {
  const { intent, sendings } = standing;
  const last = intent.lines[0]!;
  const state = stateOf(standing, settings, nowMs);
  const next =
    settings && ['pending', 'due', 'failing', 'sent', 'uncertain'].includes(state)
      ? nextStep(standing, settings)
      : undefined;
  const tried = state === 'failing' || state === 'failed' ? tries.get(intent.id) : undefined;
  return {
    intent: intent.id,
    site: intent.site,
    video: last.videoId,
    title: last.title ?? null,
    positionMs: last.positionMs,
    startedMs: intent.startedMs,
    lastMs: intent.lastMs,
    ageMs: Math.max(0, nowMs - intent.lastMs),
    endedMs: intent.end?.atMs ?? null,
    ...worth(intent.lines),
    lines: intent.lines.map((line) => ({
      product: line.productId,
      name: line.name ?? null,
      variant: line.variantId ?? null,
      quantity: line.quantity,
      unitMinor: line.unitMinor ?? null,
      currency: line.currency ?? null,
      video: line.videoId,
      positionMs: line.positionMs,
    })),
    state,
    step: sendings.filter(({ outcome }) => outcome !== 'refused').at(-1)?.step ?? 0,
    steps: [
      ...sendings.map(({ step, outcome, atMs }) => ({ step, state: outcome, atMs })),
      ...(next ? [{ step: next.step, state: 'next' as const, atMs: next.dueMs }] : []),
    ],
    tries: tried?.tries ?? 0,
    problem: tried?.reason ?? null,
    url: linkOf(last, intent.site, settings) ?? null,
  };
}
