type FetchLater = (url: string, init: RequestInit & { activateAfter?: number }) => { readonly activated: boolean };

/** Longer than any answer and most retries take: as long as the page lives, it is armed anew before. */
const AFTER_MS = 10 * 60_000;
/** A page has 64 KiB for each address, as long as others leave it that (Fetch, "deferred fetching quota"). */
const MAX_BYTES = 48 * 1024;

export interface SafetyNet {
  /** In the place of what it carried before. */
  arm(body: string, bytes: number): void;
  disarm(): void;
}

/**
 * A net under a page that ends without a word, as when its browser is killed: what waits is left with the browser, which
 * sends it when the page is gone (`fetchLater`, where it exists). It gives no answer, so that what it carries still counts
 * as not sent.
 */
export function createSafetyNet(url: string): SafetyNet {
  let armed: AbortController | undefined;
  const disarm = () => {
    armed?.abort();
    armed = undefined;
  };
  return {
    disarm,
    arm(body: string, bytes: number) {
      disarm();
      const { fetchLater } = globalThis as { fetchLater?: FetchLater };
      if (!fetchLater || bytes > MAX_BYTES) return;
      armed = new AbortController();
      try {
        fetchLater(url, { method: 'POST', body, credentials: 'omit', activateAfter: AFTER_MS, signal: armed.signal });
      } catch {
        // Over the quota, not a secure page, or forbidden by a policy.
      }
    },
  };
}
