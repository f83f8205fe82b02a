import type { ShoppableVideo } from '../shoppable-video.js';

/** The bare video in a window of the browser's own; undefined where there is none. */
export function plainPip(element: ShoppableVideo, signal: AbortSignal): ((on: boolean) => void) | undefined {
  const video = element.shadowRoot!.querySelector('video');
  if (!document.pictureInPictureEnabled || !video?.requestPictureInPicture) return undefined;
  const tell = ({ type }: Event) => element.state.set({ pip: type === 'enterpictureinpicture' });
  for (const event of ['enterpictureinpicture', 'leavepictureinpicture']) {
    video.addEventListener(event, tell, { signal });
  }
  // A window that is refused is no more than a button that did nothing.
  return (on) => void (on ? video.requestPictureInPicture() : document.exitPictureInPicture()).catch(() => {});
}
