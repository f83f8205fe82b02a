import { css } from 'lit';
import type { RawManifest } from '../manifest-source.js';
import type { Session } from '../session.js';
import type { ShoppableVideo } from '../shoppable-video.js';

/** The page's own styles of the parts are outside, and stronger but for this. */
const posterOnly = css`
  .stage > :not([name='poster']) {
    display: none !important;
  }
`;

/**
 * Leaves the poster, and nothing to press. The rest of the manifest is not let in, so that the player can't play, and what
 * asks it to is told as `<video>` tells of a playback that was given up.
 * @throws AbortError
 */
export async function showPosterOnly(
  element: ShoppableVideo,
  session: Session,
  { value, ...raw }: RawManifest,
): Promise<never> {
  const { id, title, poster } = value as Record<string, unknown>;
  await element.updateComplete;
  session.signal.throwIfAborted();
  const root = element.shadowRoot!;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, posterOnly.styleSheet!];
  session.signal.addEventListener(
    'abort',
    () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== posterOnly.styleSheet);
    },
    { once: true },
  );
  session.raw = { ...raw, value: { id, title, poster } };
  element.requestUpdate();
  throw new DOMException('This viewer is in the holdout of an experiment, and sees the poster alone.', 'AbortError');
}
