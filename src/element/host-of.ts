import { ErrorEvent } from '../events/error.js';
import type { PlayerAction, ShoppableHost } from '../host/host.js';
import { enFacade } from '../i18n/en-facade.js';
import { enPlayer } from '../i18n/en-player.js';
import { ENGLISH } from '../i18n/format.js';
import { errorOf, isOurs } from '../shared/error-of.js';
import { warnOnce } from '../shared/warn.js';
import type { Session } from './session.js';
import type { ShoppableVideo } from './shoppable-video.js';

const english = { ...enFacade, ...enPlayer };

/** What the parts of a player get from it, whether or not it plays yet. */
export function hostOf(element: ShoppableVideo, session: Session): ShoppableHost {
  const request = (action: PlayerAction): void => {
    const { playback } = session;
    if (playback) playback.request(action);
    // Before anything plays these two are the element's own: only a call in the click's own task may start with sound.
    else if (action.type === 'play') element.play().catch(() => {});
    else if (action.type === 'seek') element.currentTime = action.time;
    else
      session
        .begin()
        .then((begun) => begun.request(action))
        .catch((cause) => void (signal.aborted || report(element, cause)));
  };
  const { signal } = session;
  return {
    element,
    state: element.state,
    get strings() {
      return element.state.get().language?.strings ?? english;
    },
    get locale() {
      return element.state.get().language?.locale ?? (ENGLISH.test(element.language) ? element.language : 'en');
    },
    signal,
    request,
    manifest: session.checked,
    trace: session.trace,
    cart: () => element.cartAdapter ?? element.cart,
    listens: (type) => element.listening.has(type),
  };
}

/** Tells the page and its developer, each once. */
export async function report(element: ShoppableVideo, cause: unknown): Promise<void> {
  const error = isOurs(cause) ? cause : await errorOf('chunk-failed', { cause });
  warnOnce(error.message, error.message);
  element.dispatchEvent(new ErrorEvent(error));
}
