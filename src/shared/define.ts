import { warnOnce } from './warn.js';

/** Defines a tag, unless there is one of that name, or no page. */
export function define(tag: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  if (registry?.get(tag)) warnOnce(`taken ${tag}`, `<${tag}> is defined already: load its script once.`);
  else registry?.define(tag, element);
}
