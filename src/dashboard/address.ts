/**
 * What the page shows, as its hash says it: whoever opens the link sees the same. Names are none of those that a player reads
 * from the hash of its page (`t`, `product`).
 */
export const VIEWS = ['overview', 'video', 'experiments', 'money', 'next', 'abandoned'] as const;
export type ViewName = (typeof VIEWS)[number];

const KEYS = ['site', 'video', 'days', 'from', 'to', 'before', 'item', 'model', 'chart', 'at'] as const;
type Key = (typeof KEYS)[number];

export type Address = { readonly view: ViewName } & Readonly<Partial<Record<Key, string>>>;
/** What changes in it; undefined takes a key away. */
export type Change = Partial<Record<Key | 'view', string | undefined>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const GOOD: Partial<Record<Key, RegExp>> = { days: /^[1-9]\d{0,2}$/, from: DAY, to: DAY, at: /^\d{1,5}$/ };

/** Reads a hash. What makes no sense there counts as not said. */
export function readAddress(hash: string): Address {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const view = VIEWS.find((name) => name === said.get('view')) ?? 'overview';
  const kept = KEYS.flatMap((key): [Key, string][] => {
    const value = said.get(key);
    return value && (GOOD[key]?.test(value) ?? true) ? [[key, value]] : [];
  });
  return { view, ...Object.fromEntries(kept) };
}

/** The hash of an address, changed. A key that is not known stays out. */
export function hashOf(address: Address, change: Change = {}): string {
  const all: Readonly<Record<string, string | undefined>> = { ...address, ...change };
  const said = new URLSearchParams();
  for (const key of ['view', ...KEYS]) {
    const value = all[key];
    if (value && !(key === 'view' && value === 'overview')) said.set(key, value);
  }
  return `#${said}`;
}
