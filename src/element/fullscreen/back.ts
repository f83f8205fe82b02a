/** Tells the entry of one stay from all others. */
let stays = 0;

/**
 * Lets the browser's way back leave something that stands over the page: an entry of the history is put there for it,
 * with the page's own state and address, and taken away when it was left otherwise.
 */
export function onBack(leave: () => void, until: AbortSignal): void {
  const stay = `${performance.timeOrigin}-${stays++}`;
  const isOurs = () => (history.state as { shoppableFullWindow?: string } | null)?.shoppableFullWindow === stay;
  try {
    history.pushState({ ...(history.state as object | null), shoppableFullWindow: stay }, '');
  } catch {
    // A document without an origin of its own may not; there the button and Escape are the ways out.
    return;
  }
  window.addEventListener('popstate', () => isOurs() || leave(), { signal: until });
  // If the page has gone on meanwhile, the entry is a step of its visitor's now.
  until.addEventListener('abort', () => isOurs() && history.back(), { once: true });
}
