const NAME = 'shoppable-cart';

/**
 * Tells the shop's other tabs that the cart is another now, and hears it from them; what is in it they ask the shop.
 * Best effort: nothing happens where there is no channel. It is closed while the page is away, since an open one keeps
 * a page out of the back/forward cache (web.dev, "bfcache").
 * @returns tells the others
 */
export function followOtherTabs(changed: () => void, signal: AbortSignal, page: EventTarget = window): () => void {
  let channel: BroadcastChannel | undefined;
  const close = () => {
    channel?.close();
    channel = undefined;
  };
  const open = () => {
    if (channel || !globalThis.BroadcastChannel) return;
    channel = new BroadcastChannel(NAME);
    channel.onmessage = changed;
  };
  open();
  page.addEventListener('pagehide', close, { signal });
  page.addEventListener('pageshow', open, { signal });
  signal.addEventListener('abort', close, { once: true });
  return () => channel?.postMessage('changed');
}
