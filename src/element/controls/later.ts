import type { ShoppableHost } from '../../host/host.js';
import { dismissLabels } from '../../overlay/dismiss-label.js';
import { joinMediaSession } from '../../player/media-session/media-session.js';
import { announceScene } from './announce.js';

/** What costs nothing before the film plays: what is said of the scene, labels that Escape takes away, and the media keys. */
export function mountLater(layers: HTMLElement, host: ShoppableHost): void {
  announceScene(layers, host);
  dismissLabels(layers, host.signal);
  joinMediaSession(layers.parentElement!.querySelector('video')!, host);
}
