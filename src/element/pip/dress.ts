/**
 * Gives another document the page's looks: its language, its style sheets, and on the element that stands for the player
 * what the page's selectors know it by. The tokens that reach it through its ancestors are written out on it.
 */
export function dressPage(page: Document, element: HTMLElement, away: HTMLElement): void {
  const { direction } = getComputedStyle(element);
  page.documentElement.lang = element.closest<HTMLElement>('[lang]')?.lang ?? '';
  page.documentElement.dir = direction;
  for (const { name, value } of element.attributes)
    if (/^(class|id|style|lang)$/.test(name)) setStyled(away, name, value);
  for (const [name, value] of element.computedStyleMap?.() ?? []) {
    if (name.startsWith('--shoppable-')) away.style.setProperty(name, String(value));
  }
  const { style } = page.documentElement;
  style.overflow = 'hidden';
  style.scrollbarGutter = 'auto';
  style.colorScheme = schemeOf(element);
  for (const sheet of [...element.ownerDocument.styleSheets, ...element.ownerDocument.adoptedStyleSheets]) {
    try {
      adopt(page, copyOf(sheet, page.defaultView!));
    } catch {
      // The rules of another origin cannot be read, but its file may be asked for again.
      if (sheet.ownerNode) page.head.append(sheet.ownerNode.cloneNode());
    }
  }
}

/** The window has a frame of its own, often a dark one, and its media queries follow that; the player follows the page. */
function schemeOf(element: HTMLElement): string {
  const { colorScheme } = getComputedStyle(element);
  if (!/light/.test(colorScheme) || !/dark/.test(colorScheme)) return colorScheme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** A Content-Security-Policy forbids a `style` that is written as an attribute, and not one that is set. */
function setStyled(away: HTMLElement, name: string, value: string): void {
  if (name === 'style') away.style.cssText = value;
  else away.setAttribute(name, value);
}

const adopt = (tree: Document | ShadowRoot, sheet: CSSStyleSheet) => {
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
};

/** A constructed style sheet belongs to the document that it was made in (CSSOM, `adoptedStyleSheets`). */
function copyOf(sheet: CSSStyleSheet, view: Window & typeof globalThis): CSSStyleSheet {
  const copy = new view.CSSStyleSheet({ media: sheet.media.mediaText, baseURL: sheet.href ?? document.baseURI });
  copy.replaceSync(textOf(sheet.cssRules));
  return copy;
}

/** Rules as text: imported ones in their place, which a constructed sheet may not have, and the page's colours decided. */
function textOf(rules: CSSRuleList): string {
  const text = (rule: CSSRule): string => {
    if (rule instanceof CSSImportRule) {
      const imported = rule.styleSheet ? textOf(rule.styleSheet.cssRules) : '';
      return rule.media.length ? `@media ${rule.media.mediaText} {${imported}}` : imported;
    }
    if (!(rule instanceof CSSGroupingRule) || rule instanceof CSSStyleRule) return rule.cssText;
    const inner = textOf(rule.cssRules);
    if (rule instanceof CSSMediaRule && /prefers-color-scheme/.test(rule.conditionText))
      return matchMedia(rule.conditionText).matches ? inner : '';
    return `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inner}}`;
  };
  return [...rules].map(text).join('\n');
}

/**
 * Gives a shadow tree the sheets of another. A part that comes later adds its own to the list, and knows nothing of
 * documents; so the list is as it gave it, and what is adopted is a copy of each.
 */
export function dressTree(root: ShadowRoot, from: ShadowRoot, view: Window & typeof globalThis): void {
  const copies = new WeakMap<CSSStyleSheet, CSSStyleSheet>();
  let given: CSSStyleSheet[] = [];
  const copied = (sheet: CSSStyleSheet) => {
    const copy = copies.get(sheet) ?? copyOf(sheet, view);
    copies.set(sheet, copy);
    return copy;
  };
  Object.defineProperty(root, 'adoptedStyleSheets', {
    get: () => given,
    set(sheets: CSSStyleSheet[]) {
      given = [...sheets];
      Reflect.set(Object.getPrototypeOf(root), 'adoptedStyleSheets', given.map(copied), root);
    },
  });
  root.adoptedStyleSheets = [...from.adoptedStyleSheets];
}
