/** What of the window it needs. */
export type DenialPage = EventTarget & { readonly BroadcastChannel?: typeof BroadcastChannel };

/**
 * A denial holds for the whole origin: it is told to the other tabs, and to the other players of this page. The channel is
 * shut while the page is away, so that a browser may keep it for the way back (bfcache).
 * @returns tells the others
 */
export function shareDenial(page: DenialPage, heard: () => void, signal: AbortSignal): () => void {
  let channel: BroadcastChannel | undefined;
  const shut = () => {
    channel?.close();
    channel = undefined;
  };
  const open = () => {
    channel ??= page.BroadcastChannel && new page.BroadcastChannel('shoppable-video denied');
    channel?.addEventListener('message', heard);
  };
  open();
  page.addEventListener('pagehide', shut, { signal });
  page.addEventListener('pageshow', open, { signal });
  signal.addEventListener('abort', shut);
  return () => channel?.postMessage('');
}
