import { ShoppableError } from '../../errors.js';
import { ErrorEvent } from '../../events/error.js';
import { ProductRefreshedEvent } from '../../events/product-refreshed.js';
import { productOf } from '../../host/product-of.js';
import type { PlayerState } from '../../host/state.js';
import type { Product } from '../../schema/manifest.js';
import type { RefreshProducts } from '../../schema/product-facts.js';
import type { Store } from '../../shared/store.js';
import { warnOnce } from '../../shared/warn.js';
import { applyFacts } from './apply-facts.js';
import { askFacts } from './ask-facts.js';

const AGAIN_MS = 30_000;
const PATIENCE_MS = 10_000;
/** The products that a card shows beside its own. */
const MOST = 12;

/**
 * Keeps price, stock and availability of what the shopper looks at fresh: when a card opens, after the shop has answered
 * a request for the cart, and every half a minute while the card is open and the page is seen. A shop that cannot be
 * asked changes nothing: what it said last is shown on.
 * @param callback the page's way to ask; without one each product's own address is asked
 */
export function followRefresh(
  element: HTMLElement,
  state: Store<PlayerState>,
  callback: () => RefreshProducts | undefined,
  signal: AbortSignal,
): void {
  let timer = 0;
  let askedAt = 0;
  let asking: AbortController | undefined;

  const tell = (detail: string, cause?: unknown) => {
    const error = new ShoppableError('refresh-failed', { detail, cause });
    warnOnce(error.message, error.message, cause ?? '');
    element.dispatchEvent(new ErrorEvent(error));
  };

  const take = (facts: unknown) => {
    const { id } = Object(facts) as { id?: string };
    const product = productOf(state.get(), id);
    if (!product) return tell(`${id} is none of the manifest's products`);
    const next = applyFacts(product, facts, (place, rule) => tell(`${id}: ${place} ${rule}`));
    if (next === product) return;
    state.set({ refreshed: new Map(state.get().refreshed).set(next.id, next) });
    element.dispatchEvent(new ProductRefreshedEvent(next));
  };

  const ask = async () => {
    clearTimeout(timer);
    const wanted = lookedAt(state.get());
    if (!wanted.length || document.visibilityState === 'hidden') return;
    asking?.abort();
    const own = new AbortController();
    asking = own;
    askedAt = Date.now();
    const patience = setTimeout(
      () => own.abort(new DOMException('no answer in ten seconds', 'TimeoutError')),
      PATIENCE_MS,
    );
    try {
      const { facts, failures } = await askFacts(wanted, callback(), own.signal);
      if (asking !== own || signal.aborted) return;
      facts.forEach(take);
      for (const failure of failures) tell(String(failure), failure);
    } catch (cause) {
      if (asking === own && !signal.aborted) tell(String(cause), cause);
    } finally {
      clearTimeout(patience);
    }
    if (asking === own && state.get().open && !signal.aborted) timer = window.setTimeout(ask, AGAIN_MS);
  };
  const stop = () => {
    clearTimeout(timer);
    asking?.abort();
    asking = undefined;
  };

  state.subscribe((now, before) => {
    if (now.open === before.open) return;
    stop();
    if (now.open) void ask();
  }, signal);
  element.addEventListener('shoppable-cart-changed', () => void ask(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && Date.now() - askedAt > AGAIN_MS && void ask(),
    { signal },
  );
  signal.addEventListener('abort', stop, { once: true });
  void ask();
}

/** The open product, and those that its card offers with it. */
function lookedAt(state: PlayerState): Product[] {
  const product = productOf(state, state.open?.productId);
  if (!product) return [];
  const { complements, alternates, bundles } = product;
  const ids = [product.id, ...complements, ...alternates, ...bundles.flatMap(({ products }) => products)];
  return [...new Set(ids)].slice(0, MOST).flatMap((id) => productOf(state, id) ?? []);
}
