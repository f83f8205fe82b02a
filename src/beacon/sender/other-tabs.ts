import { uuidv7 } from '../../shared/ids.js';
import type { Item } from '../store/item.js';

/** What tabs of one origin tell each other about one endpoint. */
export type Message =
  | { readonly items: readonly Item[] }
  /** Send all now, and say when the answers are in. */
  | { readonly flush: string }
  | { readonly flushed: string }
  /** This tab may end now, and what it has in hand just now may not have been told. */
  | { readonly left: true };

const ANSWER_MS = 10_000;

/** A channel to the other tabs, and to other players of this page. Where there is none, nobody hears and nobody waits. */
export function openChannel(name: string, heard: (message: Message) => void) {
  const asked = new Map<string, () => void>();
  const askNoMore = () => {
    for (const settle of asked.values()) settle();
  };
  const channel = globalThis.BroadcastChannel && new BroadcastChannel(name);
  channel?.addEventListener('message', ({ data }) => {
    if ('flushed' in data) asked.get(data.flushed)?.();
    else heard(data);
  });
  return {
    tell: (message: Message) => channel?.postMessage(message),
    /** Resolves when whoever sends says that it has, after ten seconds, or with `askNoMore`. */
    askToFlush: () =>
      new Promise<void>((resolve) => {
        const token = uuidv7();
        const settle = () => {
          clearTimeout(timer);
          asked.delete(token);
          resolve();
        };
        const timer = setTimeout(settle, ANSWER_MS);
        asked.set(token, settle);
        if (channel) channel.postMessage({ flush: token });
        else settle();
      }),
    /** Nobody else is to be waited for: it is this tab that sends. */
    askNoMore,
    close() {
      askNoMore();
      channel?.close();
    },
  };
}

export type Channel = ReturnType<typeof openChannel>;
