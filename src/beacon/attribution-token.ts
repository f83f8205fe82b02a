import type { Attribution } from '../schema/parse-attribution-token.js';

const MAX_LENGTH = 199;
const MAX_ID = 26;
const MAX_VIEW_ID = 36;

/**
 * Only letters, digits, `_`, `-` and `~`, which no URL and no shop changes: `~` and two hex digits stand for a byte.
 * Half a surrogate pair, which JSON can spell, is none.
 */
const encode = (id = '') =>
  encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/[!'()*.~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '~');

/** 32-bit FNV-1a (Fowler, Noll and Vo) in base 36. */
const hash = (text: string) => {
  let sum = 0x811c9dc5;
  for (const char of text) sum = Math.imul(sum ^ char.charCodeAt(0), 0x01000193);
  return (sum >>> 0).toString(36);
};

/** An id as it stands in a token that would be too long: its start, `~~` and a hash of the whole. */
export const shortenId = (id: string | undefined, max = MAX_ID): string => {
  const full = encode(id);
  return full.length > max ? `${full.slice(0, max - 9).replace(/~.?$/, '')}~~${hash(full)}` : full;
};

const number = (value: number) => Math.round(Math.min(1e15, Math.max(0, value || 0))).toString(36);

/**
 * The token that a cart line carries through the shop and its order back to the collector: versioned, URL-safe ASCII,
 * below 200 bytes whatever the ids are. It is a hint and no proof: anyone can write one.
 * @returns `sv1.video.view.hotspot.position.segment.experiment.arm.time`, numbers in base 36
 */
export function attributionToken(attribution: Attribution): string {
  const { videoId, viewId, hotspotId, positionMs, segment, experiment, arm, atMs } = attribution;
  const token = (of: (id?: string, max?: number) => string) =>
    [
      'sv1',
      of(videoId),
      of(viewId, MAX_VIEW_ID),
      of(hotspotId),
      number(positionMs),
      of(segment),
      of(experiment),
      of(arm),
      number(atMs),
    ].join('.');
  const whole = token(encode);
  return whole.length > MAX_LENGTH ? token(shortenId) : whole;
}
