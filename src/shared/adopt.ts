import type { CSSResult } from 'lit';

/** Adds the styles of a part that came later to a shadow tree, once. */
export function adoptInto(root: ShadowRoot, styles: CSSResult): void {
  const sheet = styles.styleSheet;
  if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
