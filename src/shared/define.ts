import { warnOnce } from './warn.js';

/**
 * Defines a tag, unless there is one of that name, or no page. A second copy of the script says so once for all its tags;
 * so it is where somebody else has taken the name.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements;
  if (registry?.get(tag)) warnOnce('taken', `<${tag}> is defined already: load one script only.`);
  else registry?.define(tag, element);
}
