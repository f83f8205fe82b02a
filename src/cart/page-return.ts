/** Calls each time that the shopper may have been elsewhere: the page is seen again, or is connected again. */
export function onPageReturn(callback: () => void, signal: AbortSignal, page: EventTarget = window): void {
  page.addEventListener(
    'visibilitychange',
    () => (page as Window).document.visibilityState === 'visible' && callback(),
    { signal },
  );
  // The browser may show a page as it was left (HTML, "page navigated from history").
  page.addEventListener('pageshow', (event) => (event as PageTransitionEvent).persisted && callback(), { signal });
  page.addEventListener('online', callback, { signal });
}
