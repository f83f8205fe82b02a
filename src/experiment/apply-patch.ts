type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What becomes of named things: `null` takes one out, anything else is merged into it. */
function merged(things: Json, patch: Json): Json {
  // A map and not the object itself: a key called __proto__ is one like any other.
  const result = new Map(Object.entries(things));
  for (const [key, change] of Object.entries(patch))
    if (change === null) result.delete(key);
    else result.set(key, applyPatch(result.get(key), change));
  return Object.fromEntries(result);
}

/** The list with its items changed by id; an id that none of them has is a new item, behind the others. */
function byId(items: readonly unknown[], patch: Json): unknown[] {
  const changes = new Map(Object.entries(patch));
  const kept = items.flatMap((item) => {
    const id = (item as { id?: string } | null)?.id as string;
    const change = changes.get(id);
    if (!changes.delete(id)) return [item];
    return change === null ? [] : [applyPatch(item, change)];
  });
  // Taking out what is not there gives no item either, which whoever checks the manifest then says.
  return [...kept, ...[...changes].map(([id, change]) => (isObject(change) ? applyPatch({ id }, change) : change))];
}

/**
 * A JSON Merge Patch (RFC 7396): objects are merged, `null` takes out, and all else, lists too, takes the old one's place.
 * Beyond the RFC, an object where the manifest has a list changes the list's items by their `id`.
 * @returns a new value, which shares what the patch leaves alone; neither of the two is changed
 */
export function applyPatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  return Array.isArray(target) ? byId(target, patch) : merged(isObject(target) ? target : {}, patch);
}
