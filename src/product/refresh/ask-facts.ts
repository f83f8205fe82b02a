import type { Product } from '../../schema/manifest.js';
import type { ProductFacts, RefreshProducts } from '../../schema/product-facts.js';
import { safeUrl } from '../../shared/url.js';

/**
 * Asks the page, or else each product's own `refresh` address, which answers with the facts of that one product.
 * @returns what came, unchecked, and what failed: one shop that does not answer says nothing of another
 */
export async function askFacts(
  products: readonly Product[],
  callback: RefreshProducts | undefined,
  signal: AbortSignal,
): Promise<{ facts: readonly ProductFacts[]; failures: unknown[] }> {
  const ids = products.map(({ id }) => id);
  const asked = callback
    ? [Promise.resolve(callback(ids, signal))]
    : products.flatMap(({ id, refresh }) => {
        const url = safeUrl(refresh);
        return url ? [fetchFacts(id, url, signal)] : [];
      });
  const answers = await Promise.allSettled(asked);
  return {
    facts: answers.flatMap((answer) => (answer.status === 'fulfilled' ? list(answer.value) : [])),
    failures: answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : [])),
  };
}

async function fetchFacts(id: string, url: string, signal: AbortSignal): Promise<ProductFacts[]> {
  // The last answer in a cache is just what is not wanted.
  const response = await fetch(url, { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return [{ ...(await response.json()), id }];
}

function list(answer: unknown): readonly ProductFacts[] {
  if (!Array.isArray(answer)) throw new TypeError('the answer is no list of facts');
  return answer;
}
