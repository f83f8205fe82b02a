import type { ShoppableVideo } from '../../src/element/shoppable-video.js';
import { inside } from './page.js';

/** Where each product's centre is in each frame of the film, as it was rendered: fractions of the picture. */
export interface Truth {
  readonly fps: number;
  readonly frames: number;
  readonly products: Readonly<
    Record<string, readonly (readonly [x: number, y: number, w: number, h: number] | null)[]>
  >;
}

/** How the picture fills its box, told apart from the player's own arithmetic. */
export interface Framing {
  readonly fit: 'contain' | 'cover';
  /** Shares of the free room to the left of and above the picture. */
  readonly position?: readonly [x: number, y: number];
}

interface Picture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The picture on the screen (CSS Images 3 §5.5): only the width or the height of the box is filled exactly. */
function pictureOf(video: HTMLVideoElement, { fit, position = [0.5, 0.5] }: Framing): Picture {
  const box = video.getBoundingClientRect();
  const ratio = video.videoWidth / video.videoHeight;
  const byWidth = fit === 'cover' ? box.width / box.height > ratio : box.width / box.height < ratio;
  const width = byWidth ? box.width : box.height * ratio;
  const height = width / ratio;
  return {
    left: box.left + (box.width - width) * position[0],
    top: box.top + (box.height - height) * position[1],
    width,
    height,
  };
}

export interface OverlayRecord {
  /** One for each hotspot in each frame that was seen: how far its centre is from the truth, in picture widths. */
  readonly errors: number[];
  /** Seconds of media time of each frame that was seen. */
  readonly times: number[];
  /** Ids of the hotspots that were seen. */
  readonly hotspots: Set<string>;
}

/** Compares, in each frame that the browser shows, where the hotspots are with where the products are. */
export function recordOverlay(player: ShoppableVideo, truth: Truth, framing: Framing): OverlayRecord {
  const record: OverlayRecord = { errors: [], times: [], hotspots: new Set() };
  const video = inside<HTMLVideoElement>(player, 'video')!;
  const look = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
    if (!player.isConnected) return;
    video.requestVideoFrameCallback(look);
    record.times.push(mediaTime);
    const picture = pictureOf(video, framing);
    const frame = Math.round(mediaTime * truth.fps);
    for (const button of player.shadowRoot!.querySelectorAll<HTMLElement>('.hotspot')) {
      const { left, top, width, height } = button.getBoundingClientRect();
      const centre = truth.products[button.dataset.productId!]?.[frame];
      record.hotspots.add(button.dataset.hotspotId!);
      // a hotspot where its product is not in the picture is as wrong as can be
      if (!centre) record.errors.push(1);
      else {
        const dx = left + width / 2 - (picture.left + centre[0] * picture.width);
        const dy = top + height / 2 - (picture.top + centre[1] * picture.height);
        record.errors.push(Math.hypot(dx, dy) / picture.width);
      }
    }
  };
  video.requestVideoFrameCallback(look);
  return record;
}

/** The value that `share` of the values do not exceed (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
