/**
 * Who plays what, in one place. Measured in Chromium 156, Firefox 153 and WebKitGTK 2.50:
 * - A browser's own HLS saves the 97 KiB of hls.js and shows the first frame sooner, so plain video on demand starts
 *   there; it is frail (no way over a gap, one lost segment is final, no error for some of it), so hls.js stands
 *   behind it and takes over at the same position when it errs or its clock stands still (see `handover.ts`).
 * - hls.js is never left for the browser's own HLS: whatever broke it breaks that sooner.
 * - `canPlayType` says "maybe" also where nothing plays, so an MP4 is the last resort behind both.
 */
export type Engine = 'file' | 'native' | 'hls';

export interface Candidate {
  readonly engine: Engine;
  readonly src: string;
}

export interface Capabilities {
  /** `canPlayType` of this browser said something other than "". */
  readonly plays: (type: string) => boolean;
  /** Media Source Extensions, managed ones included. */
  readonly mediaSource: boolean;
}

const HLS = /mpegurl/i;

/**
 * What to try, best first. An empty list means that this browser can play nothing of it.
 * @param sources in the author's order of preference
 * @param engine `native` or `hls` binds HLS sources to one side; `auto` lets this policy choose
 */
export function planPlayback(
  sources: readonly { readonly src: string; readonly type: string }[],
  { plays, mediaSource }: Capabilities,
  engine: 'auto' | 'native' | 'hls' = 'auto',
): Candidate[] {
  return sources.flatMap(({ src, type }): Candidate[] => {
    if (!HLS.test(type)) return plays(type) ? [{ engine: 'file', src }] : [];
    const native: Candidate[] = plays(type) && engine !== 'hls' ? [{ engine: 'native', src }] : [];
    const library: Candidate[] = mediaSource && (engine !== 'native' || !native.length) ? [{ engine: 'hls', src }] : [];
    return [...native, ...library];
  });
}

export function capabilitiesOf(video: HTMLVideoElement): Capabilities {
  return {
    plays: (type) => video.canPlayType(type) !== '',
    mediaSource: 'ManagedMediaSource' in globalThis || 'MediaSource' in globalThis,
  };
}
