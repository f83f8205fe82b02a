import { css } from 'lit';
import type { ShoppableHost } from '../host/host.js';
import type { PlayerState } from '../host/state.js';
import { addCaptions } from '../player/captions.js';
import { adoptInto } from '../shared/adopt.js';
import type { Store } from '../shared/store.js';

const raisedStyles = css`
  .raised .captions {
    inset-block: 8px auto;
    transform: none;
  }
`;

/**
 * Captions over the picture, at its lower edge. While a hotspot or the label that it would show is there they are at the
 * upper edge, if less is there: neither is to hide the other.
 * @param show draws lines of text
 */
export function mountCaptions(
  video: HTMLVideoElement,
  layers: HTMLElement,
  state: Store<PlayerState>,
  host: Pick<ShoppableHost, 'locale' | 'signal'>,
  show: (lines: readonly string[]) => void,
) {
  const { signal } = host;
  adoptInto(layers.getRootNode() as ShadowRoot, raisedStyles);
  const boxes = (selector: string) =>
    [...layers.querySelectorAll(selector)].flatMap((element) => [...element.getClientRects()]);
  /** How much of the scene lies over the words; a label that is not shown yet counts little. */
  const covered = () => {
    const lines = boxes('.captions span');
    const over = (mark: DOMRect) =>
      lines.some((l) => mark.left < l.right && mark.right > l.left && mark.top < l.bottom && mark.bottom > l.top);
    const count = (selector: string) => boxes(selector).filter(over).length;
    const seen = count('.hotspot:not(.out) > .dot, .chip, :is(:hover, :focus-visible) > .label');
    return seen * 9 + count('.hotspot:not(.out) > .label');
  };
  const avoid = () => {
    const here = covered();
    if (!here) return;
    layers.classList.toggle('raised');
    if (covered() >= here) layers.classList.toggle('raised');
  };
  const tell = (lines: readonly string[]) => {
    show(lines);
    layers.classList.remove('raised');
    avoid();
  };
  state.subscribe((now, before) => {
    if (now.captions >= 0 && (now.time !== before.time || now.scene !== before.scene || now.box !== before.box))
      avoid();
  }, signal);
  for (const type of ['pointerover', 'focusin']) layers.addEventListener(type, avoid, { signal });
  const tracks = state.get().captionTracks;
  const { choose } = addCaptions(video, tracks, state, tell, signal);
  const languageOf = (tag: string) => tag.toLowerCase().split('-')[0];
  const own = () => tracks.findIndex(({ lang }) => languageOf(lang) === languageOf(host.locale));
  return {
    /** @param index without it they go on, in the player's language, or off */
    choose: (index = state.get().captions < 0 ? Math.max(0, own()) : -1) => choose(index),
  };
}
