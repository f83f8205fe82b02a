import { sendMouse } from '@web/test-runner-commands';
import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { inside } from '../../support/page.js';

/** Puts the mouse to a time on the seek bar, or above it; clicks there. */
export async function pointAt(player: ShoppableVideo, seconds: number, above = 0, type: 'move' | 'click' = 'move') {
  player.scrollIntoView({ block: 'nearest' });
  const { left, width, top, height } = inside(player, '.seek')!.getBoundingClientRect();
  const x = left + 8 + (seconds / player.duration) * (width - 16);
  const position: [number, number] = [Math.round(x), Math.round(top + height / 2 + above)];
  // A mouse that is there already does not move: Firefox and WebKitGTK then tell the page nothing.
  await sendMouse({ type: 'move', position: [position[0], position[1] - 40] });
  await sendMouse({ type, position });
}
