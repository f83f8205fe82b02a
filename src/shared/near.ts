/** How far outside the viewport something counts as near, in CSS pixels above and below. */
const NEAR = '400px 0px';

/** Calls once, when an element comes near the viewport. What is not displayed is near nothing. */
export function whenNear(element: Element, callback: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const look = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      look.disconnect();
      callback();
    },
    { rootMargin: NEAR },
  );
  look.observe(element);
  signal.addEventListener('abort', () => look.disconnect(), { once: true });
}
