/** A look into a picture: how much larger, and how far its centre is moved, in CSS pixels. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

const SCALE = 2.5;
/** A key moves the picture by this part of what is seen of it. */
const KEY_STEP = 0.2;

/** Never further than its own edge. */
const held = (scale: number, x: number, y: number, { width, height }: Box): Zoom => {
  const clamp = (value: number, size: number) => {
    const most = ((scale - 1) * size) / 2;
    return Math.min(most, Math.max(-most, value)) || 0;
  };
  return { scale, x: clamp(x, width), y: clamp(y, height) };
};

/** Larger, with the point that was pressed where it was. @param point from the centre of the box */
export const zoomAt = (point: { x: number; y: number }, box: Box): Zoom =>
  held(SCALE, point.x * (1 - SCALE), point.y * (1 - SCALE), box);

export const panned = ({ scale, x, y }: Zoom, dx: number, dy: number, box: Box): Zoom =>
  held(scale, x + dx, y + dy, box);

/** An arrow key looks further in its direction; undefined for every other key. */
export function keyPanned(zoom: Zoom, key: string, box: Box): Zoom | undefined {
  const [right, down] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] ?? [];
  if (right === undefined || down === undefined) return undefined;
  return panned(zoom, -right * box.width * KEY_STEP, -down * box.height * KEY_STEP, box);
}
