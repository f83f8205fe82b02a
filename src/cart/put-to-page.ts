import type { RespondableEvent } from '../events/respondable.js';
import type { CartReplyInput } from './contract.js';

/**
 * Puts an intent to the page.
 * @returns the reply; `handled` when the page takes it from here; `nobody` when no listener answered. A listener that
 *   threw before anybody had answered is a reply that failed: a browser tells of it only in the window's `error`.
 */
export function putToPage(
  element: HTMLElement,
  event: RespondableEvent,
): Promise<CartReplyInput> | 'handled' | 'nobody' {
  let thrown: { readonly error: unknown } | undefined;
  const notice = ({ error }: globalThis.ErrorEvent) => {
    thrown ??= { error };
  };
  window.addEventListener('error', notice, true);
  element.dispatchEvent(event);
  window.removeEventListener('error', notice, true);
  if (event.reply) return event.reply;
  if (thrown) return Promise.reject(new Error('A listener threw.', { cause: thrown.error }));
  return event.defaultPrevented ? 'handled' : 'nobody';
}
