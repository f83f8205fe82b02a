/** A cue of a WebVTT file that is no caption: its times in seconds of media time, its payload as written. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A film of a day has fewer; what is beyond is not worth the memory. */
const MOST_CUES = 20_000;

const TIMES =
  /^(?:(\d{2,6}):)?([0-5]\d):([0-5]\d\.\d{3})[ \t]*-->[ \t]*(?:(\d{2,6}):)?([0-5]\d):([0-5]\d\.\d{3})(?:[ \t]|$)/;

/**
 * The cues of a WebVTT file in order of their start; what is no cue, or has no sensible times, is left out.
 * The browser's own parser would need a `<track>` in the media, and CORS on the media with it.
 */
export function cuesOf(file: string): Cue[] {
  const lines = file.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return [];
  const cues: Cue[] = [];
  for (let i = 1; i < lines.length && cues.length < MOST_CUES; i += 1) {
    const line = lines[i]!;
    if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line)) while (lines[i + 1]) i += 1;
    const times = TIMES.exec(line);
    if (!times) continue;
    const [start, end] = [secondsOf(times.slice(1, 4)), secondsOf(times.slice(4, 7))];
    const payload: string[] = [];
    while (lines[i + 1] && !lines[i + 1]!.includes('-->')) payload.push(lines[++i]!);
    if (end > start) cues.push({ start, end, text: payload.join('\n') });
  }
  return cues.sort((a, b) => a.start - b.start);
}

const secondsOf = ([hours = '0', minutes, seconds]: string[]) =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' };

/** A cue's payload as one line of text: tags are left out, and escapes (WebVTT §4.2.2) are read. */
export const plainText = (payload: string): string =>
  payload
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, entity) => ENTITIES[entity]!)
    .replace(/\s+/g, ' ')
    .trim();

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The last of those that have begun: found by halves, for a pointer that moves over thousands. */
export function begunBy<T extends Span>(sorted: readonly T[], time: number): T | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= time) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

/** The last of those that have begun, if it has not ended. */
export function cueAt<T extends Span>(sorted: readonly T[], time: number): T | undefined {
  const last = begunBy(sorted, time);
  return last && time < last.end ? last : undefined;
}
