import type { ShoppableHost } from '../../host/host.js';
import type { MenuTexts } from '../controls/menu/texts.js';
import type { ShoppableVideo } from '../shoppable-video.js';
import type { DocumentPictureInPicture } from './document-pip.js';
import { plainPip } from './plain-pip.js';

/**
 * What brings the player into a window above all others, and back; undefined where a browser has no such window. One that
 * takes a document takes all of the player and its products; one that takes a bare video is better than none.
 * @param report told why it could not be loaded
 */
export function pipOf(
  host: ShoppableHost,
  texts: MenuTexts,
  report: (cause: unknown) => void,
): ((on: boolean) => void) | undefined {
  const { documentPictureInPicture } = window as { documentPictureInPicture?: DocumentPictureInPicture };
  const element = host.element as ShoppableVideo;
  // It is opened from no frame of a page.
  if (!documentPictureInPicture || window !== window.top) return plainPip(element, host.signal);
  // On its way before it is asked for: a browser forgets the click that allows a window.
  const loading = import('./document-pip.js');
  loading.catch(() => {});
  return (on) => {
    if (!on) return documentPictureInPicture.window?.close();
    // A window that is refused is no more than a button that did nothing.
    loading.then(({ openPip }) => openPip(documentPictureInPicture, element, host, texts).catch(() => {}), report);
  };
}
