import { cssString } from './escape.js';

/**
 * The rules that make room for the player before it is there. Where scripts run the list is not seen: it lies over the
 * poster and takes no room, so that nothing moves and nothing flashes when the player takes over, and comes up only
 * when no player has come in ten seconds. Where none run it stands below the poster at once.
 */
export const fallbackStyles = (manifestUrl: string, aspect: string) => `
shoppable-video{display:block;position:relative}
shoppable-video[manifest=${cssString(manifestUrl)}]{aspect-ratio:${aspect.replace(':', '/')}}
shoppable-video>[slot=poster]{display:block;width:100%;height:auto}
.shoppable-fallback{position:absolute;inset:auto 0 0;max-height:100%;overflow:auto;box-sizing:border-box;padding:8px 16px;background:#fff;color:#1c1a18;visibility:hidden;animation:shoppable-fallback 0s 10s forwards}
.shoppable-fallback a{display:inline-block;padding:10px 0;color:inherit}
shoppable-video:defined>.shoppable-fallback{animation:none}
@keyframes shoppable-fallback{to{visibility:visible}}
@media (scripting:none){.shoppable-fallback{position:static;visibility:visible;animation:none}}
`;
