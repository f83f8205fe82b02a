import { createStore, type Store } from '../shared/store.js';

/** What the shopper has saved for later, as far as the page has said so while it is shown. */
export interface Wishes {
  /** Products, by id. */
  readonly saved: ReadonlySet<string>;
}

const kept = new WeakMap<Element, Store<Wishes>>();

/** The wishes of a player, one list for all that show them. */
export function wishesOf(player: Element): Store<Wishes> {
  const wishes = kept.get(player) ?? createStore<Wishes>({ saved: new Set() });
  kept.set(player, wishes);
  return wishes;
}
