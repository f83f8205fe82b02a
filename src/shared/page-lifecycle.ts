/**
 * Calls `callback` each time the page may be about to end: when it is hidden and when it is left. Often both happen.
 * Never `unload`: phones skip it, and it keeps a page out of the back/forward cache (web.dev, "bfcache").
 * It listens on `window`, where `visibilitychange` arrives after the listeners on `document` have run, so that
 * whoever listens there has handed over its last piece by then.
 */
export function onPageHidden(callback: () => void, signal?: AbortSignal, page: EventTarget = window): void {
  for (const type of ['visibilitychange', 'pagehide'])
    page.addEventListener(
      type,
      () => {
        if (type === 'pagehide' || (page as Window).document.visibilityState === 'hidden') callback();
      },
      { signal },
    );
}
