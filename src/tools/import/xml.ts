import { parseXml, type XmlDocument, XmlElement, XmlError } from '@rgrove/parse-xml';
import { ImportError } from './source.js';

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** All elements of a name below another, whatever their namespace's prefix. */
function* elementsOf(parent: XmlDocument | XmlElement, names: readonly string[]): Generator<XmlElement> {
  for (const child of parent.children) {
    if (!(child instanceof XmlElement)) continue;
    if (names.includes(local(child.name))) yield child;
    else yield* elementsOf(child, names);
  }
}

/** An element's text, or what its children say, joined by colons as the tab-separated form has it. */
function wordsOf(element: XmlElement): string {
  const parts = element.children.filter((child) => child instanceof XmlElement);
  return parts.length ? parts.map(wordsOf).join(':') : element.text.trim();
}

/**
 * The items of a feed in RSS 2.0 or Atom, each as lists of values by attribute.
 * @throws ImportError with line and column when it is no XML
 */
export function itemsOf(text: string): Map<string, string[]>[] {
  try {
    const items = [...elementsOf(parseXml(text), ['item', 'entry'])];
    return items.map((item) => {
      const values = new Map<string, string[]>();
      for (const child of item.children) {
        if (!(child instanceof XmlElement)) continue;
        const name = local(child.name);
        // Atom's own link is an attribute.
        const value = wordsOf(child) || child.attributes.href || '';
        if (value) values.set(name, [...(values.get(name) ?? []), value]);
      }
      return values;
    });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new ImportError(`This is no XML: ${error.message.split('\n')[0]}`);
  }
}
