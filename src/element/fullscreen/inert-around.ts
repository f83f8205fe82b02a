/**
 * Takes everything but an element out of reach: no focus, no pointer, no screen reader (HTML, `inert`). A modal dialog of
 * the page escapes it by itself, so what the page opens on purpose can be used.
 * @returns gives back what was taken
 */
export function inertAround(element: HTMLElement): () => void {
  const way = new Set<Node>();
  for (let node: Node | null = element; node; ) {
    way.add(node);
    // Through the shadow trees that it is in or slotted into.
    node = (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
  }
  const taken: HTMLElement[] = [];
  for (const node of way) {
    if (node === element) continue;
    for (const child of (node as ParentNode).children) {
      if (way.has(child) || !(child instanceof HTMLElement) || child.inert) continue;
      child.inert = true;
      taken.push(child);
    }
  }
  return () => {
    for (const one of taken) one.inert = false;
  };
}
