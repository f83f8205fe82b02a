import { warnOnce } from '../shared/warn.js';
import type { PluralForm } from './strings.js';

type Texts = { readonly [key: string]: string | Texts };

const FORMS: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'] satisfies PluralForm[];

/** A page's own texts over a language's. What is none of them is left out, and its place is told to the developer. */
export const override = <T extends object>(base: T, own: unknown, place = 'strings'): T =>
  over(base as unknown as Texts, own, place) as unknown as T;

function over<T extends string | Texts>(base: T, own: unknown, place: string, places = placesOf(base)): T {
  if (typeof base === 'string') return text(base, own, place, places) as T;
  if (typeof own !== 'object' || !own) {
    wrong(place, `must be an object, as { ${Object.keys(base).slice(0, 3).join(', ')}, … }`);
    return base;
  }
  const counts = 'other' in (base as Texts);
  const merged: Record<string, string | Texts> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    // A language may have plural forms that the one beneath has not.
    const was = Object.hasOwn(base, key) ? base[key] : counts && FORMS.includes(key) ? base.other : undefined;
    if (value === undefined) continue;
    if (was === undefined) wrong(`${place}.${key}`, 'there is no such text');
    else merged[key] = over(was, value, `${place}.${key}`, counts ? places : placesOf(was));
  }
  return merged as T;
}

function text(base: string, own: unknown, place: string, places: readonly string[]): string {
  if (typeof own !== 'string') {
    wrong(place, 'must be a text');
    return base;
  }
  const strange = placesOf(own).filter((name) => !places.includes(name));
  if (strange.length) wrong(place, `has no ${strange.join(', ')}; what it has: ${places.join(', ') || 'none'}`);
  return own;
}

/** The `{places}` of a text, or of all forms of one. */
function placesOf(base: string | Texts): string[] {
  const all = typeof base === 'string' ? base : Object.values(base).join();
  return [...new Set(Array.from(all.matchAll(/\{\w+\}/g), ([place]) => place))];
}

const wrong = (place: string, why: string) => warnOnce(`own ${place} ${why}`, `${place}: ${why}.`);
