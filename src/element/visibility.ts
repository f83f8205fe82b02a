/** Half of the player must have been seen for this long to count as an opportunity. */
const OPPORTUNITY_MS = 1000;

/**
 * Watches how much of the player is on the screen. No timer runs unless half of it is.
 * @param onScreen told whether any part can be seen, at each change
 * @param onOpportunity told once, with the milliseconds that at least half of it has been seen
 */
export function watchVisibility(
  element: Element,
  { onScreen, onOpportunity }: { onScreen: (visible: boolean) => void; onOpportunity: (visibleMs: number) => void },
  signal: AbortSignal,
): void {
  let timer = 0;
  let counted = false;
  const observer = new IntersectionObserver(
    (entries) => {
      const { isIntersecting, intersectionRatio } = entries.at(-1)!;
      onScreen(isIntersecting);
      clearTimeout(timer);
      if (counted || intersectionRatio < 0.5) return;
      timer = window.setTimeout(() => {
        counted = true;
        onOpportunity(OPPORTUNITY_MS);
      }, OPPORTUNITY_MS);
    },
    { threshold: [0, 0.5] },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
