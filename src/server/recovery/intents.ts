/** Something done to the cart in a video, by somebody who is known by a pseudonym. */
export interface Action {
  readonly site: string;
  readonly viewerId: string;
  readonly eventId: string;
  readonly atMs: number;
  readonly seq: number;
  readonly videoId: string;
  /** What the catalogue says: of the video its title and page, of the product its name. */
  readonly title?: string;
  readonly page?: string;
  readonly name?: string;
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
  readonly name?: string;
  readonly variantId?: string;
  readonly quantity: number;
  readonly unitMinor?: number;
  readonly currency?: string;
  readonly videoId: string;
  readonly title?: string;
  readonly page?: string;
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
  /** The last one that was put in comes first: where that was is where they left. As they were before it ended; never none. */
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

/** Puts something in, behind what was put in before, or takes it out. */
function change(lines: Map<string, IntentLine>, action: Action): void {
  const { productId, variantId, quantity, unitMinor, currency, videoId, title, page, positionMs, name } = action;
  const key = JSON.stringify([productId, variantId]);
  const had = lines.get(key);
  const left = (had?.quantity ?? 0) + quantity;
  if (quantity <= 0 && had && left > 0) {
    lines.set(key, { ...had, quantity: left });
    return;
  }
  lines.delete(key);
  if (left <= 0) return;
  // who buys at once says no price
  const price =
    unitMinor === undefined ? { unitMinor: had?.unitMinor, currency: had?.currency } : { unitMinor, currency };
  lines.set(key, { productId, name, variantId, quantity: left, ...price, videoId, title, page, positionMs });
}

/** One viewer's, in the order of their beginning. */
function ofViewer(steps: readonly Step[], { giveUpMs }: IntentRules): Intent[] {
  const done: Intent[] = [];
  let open: Intent | undefined;
  let lines = new Map<string, IntentLine>();
  const close = (end?: Intent['end']) => {
    if (open) done.push({ ...open, end });
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
    change(lines, step);
    const { site, viewerId, eventId, atMs: lastMs } = step;
    const ids = [...(open?.ids ?? []), eventId];
    const left = [...lines.values()].reverse();
    open = {
      ...(open ?? { id: eventId, site, viewerId, startedMs: lastMs }),
      ids,
      lastMs,
      lines: left.length ? left : open!.lines,
    };
    if (!left.length) close({ how: 'removed', atMs: lastMs });
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
