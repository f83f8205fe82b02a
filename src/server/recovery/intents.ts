/** Something done to the cart in a video, by somebody who is known by a pseudonym. */
export interface Action {
  readonly site: string;
  readonly viewerId: string;
  readonly eventId: string;
  readonly atMs: number;
  readonly seq: number;
  readonly videoId: string;
  readonly productId: string;
  readonly variantId?: string;
  /** Below 0: taken out. */
  readonly quantity: number;
  readonly unitMinor?: number;
  readonly currency?: string;
  readonly positionMs: number;
}

/** That somebody ordered, and when. */
export interface Ordered {
  readonly site: string;
  readonly viewerId: string;
  readonly atMs: number;
}

/** What is in the cart of one product and variant, at its latest price, and the moment of the video where it was put in last. */
export interface IntentLine {
  readonly productId: string;
  readonly variantId?: string;
  readonly quantity: number;
  readonly unitMinor?: number;
  readonly currency?: string;
  readonly videoId: string;
  readonly positionMs: number;
}

/** What one viewer wants of the videos of a site: all that they put in the cart since their last order. */
export interface Intent {
  /** The id of its first action. */
  readonly id: string;
  /** Those of all, by which it is known again when an earlier one comes late. */
  readonly ids: readonly string[];
  readonly site: string;
  readonly viewerId: string;
  readonly startedMs: number;
  /** Of the last action; the waiting counts from it. */
  readonly lastMs: number;
  /** Where the last thing was put in. */
  readonly videoId: string;
  readonly positionMs: number;
  /** The last one that was put in comes first. As they were before it ended. */
  readonly lines: readonly IntentLine[];
  readonly end?: { readonly how: 'ordered' | 'removed'; readonly atMs: number };
}

export interface IntentRules {
  /** Whoever does nothing for longer has given it up, and what comes then is another. */
  readonly giveUpMs: number;
  /** A shop's clock may be behind by so much, and tells whole seconds. */
  readonly slackMs: number;
}

type Step = Action | { readonly atMs: number; readonly orderedMs: number };

const keyOf = ({ productId, variantId }: Action) => JSON.stringify([productId, variantId]);

/** One viewer's, in the order of their beginning. */
function ofViewer(steps: readonly Step[], { giveUpMs }: IntentRules): Intent[] {
  const done: Intent[] = [];
  let open: Intent | undefined;
  let lines = new Map<string, IntentLine>();
  const close = (end?: Intent['end']) => {
    if (open) done.push(end ? { ...open, end } : open);
    open = undefined;
    lines = new Map();
  };
  for (const step of steps) {
    if ('orderedMs' in step) {
      close({ how: 'ordered', atMs: step.orderedMs });
      continue;
    }
    if (open && step.atMs - open.lastMs > giveUpMs) close();
    // nothing of what was put in here is left to be taken out
    if (!open && step.quantity <= 0) continue;
    const { productId, variantId, unitMinor, currency, videoId, positionMs } = step;
    const key = keyOf(step);
    const had = lines.get(key);
    const quantity = (had?.quantity ?? 0) + step.quantity;
    lines.delete(key);
    const price = unitMinor === undefined ? had : { unitMinor, currency };
    const line = { productId, variantId, quantity, unitMinor: price?.unitMinor, currency: price?.currency };
    if (quantity > 0) lines.set(key, step.quantity > 0 || !had ? { ...line, videoId, positionMs } : { ...had, ...line });
    const { site, viewerId, eventId, atMs } = step;
    const ids: readonly string[] = [...(open?.ids ?? []), eventId];
    const begun: Intent = open ?? { id: eventId, ids, site, viewerId, startedMs: atMs, lastMs: atMs, videoId, positionMs, lines: [] };
    if (!lines.size) {
      open = { ...begun, ids, lastMs: atMs };
      close({ how: 'removed', atMs });
      continue;
    }
    const now = [...lines.values()].reverse();
    open = { ...begun, ids, lastMs: atMs, lines: now, videoId: now[0]!.videoId, positionMs: now[0]!.positionMs };
  }
  close();
  return done;
}

/**
 * What viewers want, ended or not, of what they did and ordered, in whatever order that comes. An order ends all that was
 * wanted before it, in the videos and whatever it has in it, as the shop's own cart is empty then.
 */
export function intentsOf(actions: readonly Action[], orders: readonly Ordered[], rules: IntentRules): Intent[] {
  const steps = new Map<string, Step[]>();
  const ofOne = ({ site, viewerId }: { site: string; viewerId: string }) => {
    const key = JSON.stringify([site, viewerId]);
    const found = steps.get(key) ?? [];
    steps.set(key, found);
    return found;
  };
  for (const action of actions) ofOne(action).push(action);
  for (const order of orders) ofOne(order).push({ atMs: order.atMs + rules.slackMs, orderedMs: order.atMs });
  const rank = (step: Step) => ('orderedMs' in step ? Number.POSITIVE_INFINITY : step.seq);
  return [...steps.values()].flatMap((own) =>
    ofViewer(
      own.sort((a, b) => a.atMs - b.atMs || rank(a) - rank(b)),
      rules,
    ),
  );
}
