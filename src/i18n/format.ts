/** The language tags that are spoken without loading anything. */
export const ENGLISH = /^en(-[a-z]{2})?$/i;

/** Puts values into the `{name}` places of a text; they stay text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
