/** After a touch or a turn of the wheel the shopper is taken to be looking for this long. */
const LOOKING_MS = 5000;

/**
 * Brings what is in the scene to the beginning of a rail, as long as nobody uses it and motion is welcome.
 * @returns what to call when another item is the first of the scene
 */
export function followScene(root: ShadowRoot, signal: AbortSignal): (list: HTMLElement, item: HTMLElement) => void {
  let usedAt = Number.NEGATIVE_INFINITY;
  let hovered = false;
  const used = () => {
    usedAt = performance.now();
  };
  for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    root.addEventListener(type, used, { passive: true, signal });
  root.addEventListener(
    'pointerover',
    (event) => {
      hovered = (event as PointerEvent).pointerType === 'mouse';
    },
    { signal },
  );
  root.host.addEventListener(
    'pointerleave',
    () => {
      hovered = false;
    },
    { signal },
  );

  return (list, item) => {
    const busy = hovered || performance.now() - usedAt < LOOKING_MS || root.activeElement;
    if (busy || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const [place, box] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
    const edge = Number.parseFloat(getComputedStyle(list).scrollPaddingInlineStart) || 0;
    const ahead =
      getComputedStyle(list).direction === 'rtl' ? place.right - box.right + edge : place.left - box.left - edge;
    list.scrollBy({ left: ahead, behavior: 'smooth' });
  };
}
