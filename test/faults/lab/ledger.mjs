/**
 * What was offered, against what is stored. Each interaction that the harness makes names a product that no other one
 * names, so that the row in the store is known by it and not by any id or counter of the player.
 */
export function createLedger() {
  /** Unix milliseconds by name. */
  const offered = new Map();
  return {
    /** Called on this side of the browser, before or outside of anything that the faults touch. */
    offer(names, atMs = Date.now()) {
      for (const name of names) offered.set(name, atMs);
      return names;
    },
    get names() {
      return [...offered.keys()];
    },
    get size() {
      return offered.size;
    },
    offeredAtMs: (name) => offered.get(name),
    /**
     * @param {Iterable<{ eventId: string, productId: string | null }>} rows of the store
     * @param {ReadonlySet<string>} acknowledged names that the sender was told are taken
     */
    compare(rows, acknowledged = new Set()) {
      const seen = new Set();
      const eventIds = new Set();
      let duplicate = 0;
      for (const { eventId, productId } of rows) {
        const again = eventIds.has(eventId) || (offered.has(productId) && seen.has(productId));
        if (again) duplicate += 1;
        eventIds.add(eventId);
        if (offered.has(productId)) seen.add(productId);
      }
      const missing = [...offered.keys()].filter((name) => !seen.has(name));
      const acknowledgedLost = missing.filter((name) => acknowledged.has(name)).length;
      return {
        offered: offered.size,
        stored: seen.size,
        lost: missing.length,
        acknowledgedLost,
        neverAcknowledgedLost: missing.length - acknowledgedLost,
        duplicate,
        missing,
      };
    },
  };
}

/** One ledger of those of several runs. */
export function merge(runs) {
  const all = createLedger();
  for (const { ledger } of runs) all.offer(ledger.names);
  return all;
}

/** The sums of several. */
export function addUp(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return Object.fromEntries(
    ['offered', 'stored', 'lost', 'acknowledgedLost', 'neverAcknowledgedLost', 'duplicate'].map((key) => [
      key,
      sum(key),
    ]),
  );
}
