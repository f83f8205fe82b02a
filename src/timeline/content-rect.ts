export type Fit = 'contain' | 'cover';
export interface Size {
  width: number;
  height: number;
}
export interface Rect extends Size {
  x: number;
  y: number;
}

/**
 * Where the picture lies in its box, in the box's pixels (CSS Images 3 §5.5 `object-fit`, §5.6 `object-position`).
 * With `cover` the rectangle reaches beyond the box.
 * @param position CSS object-position in percentages or its keywords; lengths are not taken and count as the middle
 */
export function contentRect(box: Size, picture: Size, fit: Fit, position = '50% 50%'): Rect {
  if (!(box.width > 0 && box.height > 0 && picture.width > 0 && picture.height > 0)) {
    return { x: 0, y: 0, width: box.width, height: box.height };
  }
  const scales = [box.width / picture.width, box.height / picture.height] as const;
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const width = picture.width * scale;
  const height = picture.height * scale;
  const [px, py] = parsePosition(position);
  return { x: (box.width - width) * px, y: (box.height - height) * py, width, height };
}

const KEYWORDS: Record<string, [axis: 'x' | 'y' | 'both', share: number]> = {
  left: ['x', 0],
  right: ['x', 1],
  top: ['y', 0],
  bottom: ['y', 1],
  center: ['both', 0.5],
};

/** Shares of the free space to the left of and above the picture. */
export function parsePosition(position: string): [x: number, y: number] {
  const parts = position.trim().toLowerCase().split(/\s+/).slice(0, 2);
  const result: [number, number] = [0.5, 0.5];
  const swapped = parts[0] === 'top' || parts[0] === 'bottom' || parts[1] === 'left' || parts[1] === 'right';
  (swapped ? parts.reverse() : parts).forEach((part, index) => {
    const share = KEYWORDS[part]?.[1] ?? (/^-?[\d.]+%$/.test(part) ? Number.parseFloat(part) / 100 : 0.5);
    if (KEYWORDS[part]?.[0] === 'y') result[1] = share;
    else result[index as 0 | 1] = share;
  });
  return result;
}
