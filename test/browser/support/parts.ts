import type { ShoppableCart } from '../../../src/cart-view/shoppable-cart.js';
import type { ShoppableShelf } from '../../../src/shelf/shoppable-shelf.js';
import { until } from '../../support/page.js';

const parts = new Set<Element>();

afterEach(() => {
  for (const part of parts) part.remove();
  parts.clear();
});

type Tags = { 'shoppable-shelf': ShoppableShelf; 'shoppable-cart': ShoppableCart };

/** Puts a feature element into the page, or into an element, and defines its tag with the built bundle. */
export async function mountPart<K extends keyof Tags>(
  tag: K,
  attributes: Record<string, string> = {},
  into: Element = document.body,
): Promise<Tags[K]> {
  const file = `/dist/${tag.slice('shoppable-'.length)}.js`;
  await import(file);
  const part = document.createElement(tag) as unknown as Tags[K];
  for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
  parts.add(part);
  into.append(part);
  await part.updateComplete;
  return part;
}

export const all = (part: Element, selector: string) => [...part.shadowRoot!.querySelectorAll<HTMLElement>(selector)];

/** The one that a test is about, once it is drawn. */
export const one = (part: Element, selector: string) =>
  until(() => part.shadowRoot!.querySelector<HTMLElement>(selector), `${selector} in <${part.localName}>`);

/** What is told to the page's developer while a test runs. */
export function hearWarnings(): { readonly lines: string[]; restore(): void } {
  const { warn } = console;
  const lines: string[] = [];
  console.warn = (...words: unknown[]) => void lines.push(words.join(' '));
  return {
    lines,
    restore() {
      console.warn = warn;
    },
  };
}
