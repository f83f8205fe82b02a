import type { GalleryActions, GalleryModel } from './gallery.js';
import { isClip } from './groups.js';
import { keyedTo, leafedTo, turnedTo } from './turntable.js';
import type { Zoom } from './zoom.js';

/** A press that moves less than this is a tap. */
const TAP_PX = 6;

/** What a hand holds: set as it takes hold, and read by the drawings that follow until it lets go. */
interface Grip {
  readonly target: Element;
  readonly x: number;
  readonly y: number;
  readonly index: number;
  readonly zoom: Zoom | undefined;
  moved: boolean;
}
let grip: Grip | undefined;

/** Turns, leafs, looks around in and zooms what is seen, by mouse, touch, pen and keyboard. */
export function handOf({ group, index, zoom, extras }: GalleryModel, act: GalleryActions) {
  const { media, role } = group;
  const turns = role === 'angle';
  const rtl = (element: Element) => getComputedStyle(element).direction === 'rtl';
  const held = ({ currentTarget, isPrimary }: PointerEvent) =>
    isPrimary && grip?.target === currentTarget ? grip : undefined;

  return {
    take(event: PointerEvent) {
      if (!event.isPrimary || event.button || (event.target as Element).closest('button')) return;
      const target = event.currentTarget as HTMLElement;
      target.setPointerCapture(event.pointerId);
      grip = { target, x: event.clientX, y: event.clientY, index, zoom, moved: false };
      act.near();
    },
    move(event: PointerEvent) {
      const from = held(event);
      if (!from) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      from.moved ||= Math.hypot(dx, dy) > TAP_PX;
      const box = from.target.getBoundingClientRect();
      if (from.zoom) act.zoom(extras()?.panned(from.zoom, dx, dy, box));
      else if (turns) act.index(turnedTo(from.index, media.length, dx, box.width));
      else act.index(leafedTo(from.index, media.length, rtl(from.target) ? -dx : dx, box.width));
    },
    release(event: PointerEvent) {
      const from = held(event);
      if (!from) return;
      grip = undefined;
      if (from.moved || role !== 'closeup' || isClip(media[index]!)) return;
      const box = from.target.getBoundingClientRect();
      const point = { x: from.x - box.x - box.width / 2, y: from.y - box.y - box.height / 2 };
      act.zoom(from.zoom ? undefined : extras()?.zoomAt(point, box));
    },
    drop(event: PointerEvent) {
      if (held(event)) grip = undefined;
    },
    key(event: KeyboardEvent) {
      if (media.length < 2) return;
      const next = keyedTo(event.key, index, media.length, turns, rtl(event.currentTarget as Element));
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act.index(next);
    },
  };
}
