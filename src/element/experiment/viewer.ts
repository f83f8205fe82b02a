import { effectiveConsent } from '../../beacon/consent.js';
import { createIdentity } from '../../beacon/identity.js';
import { pageNow } from '../../beacon/page-clock.js';
import type { ShoppableVideo } from '../shoppable-video.js';

/**
 * Who watches, as the beacons call them; undefined for those who may not be told from others. Where the browser refuses
 * storage the next page would make up somebody else, who may be in another arm: then too.
 */
export function viewerOf({ consent, idScope = 'persistent' }: ShoppableVideo): string | undefined {
  if (effectiveConsent(consent, navigator as { globalPrivacyControl?: boolean }) !== 'granted') return undefined;
  const ask = () => createIdentity(idScope, window).at(pageNow()).viewerId;
  const viewerId = ask();
  return viewerId === ask() ? viewerId : undefined;
}
