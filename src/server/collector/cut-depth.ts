import { randomUUID } from 'node:crypto';

const QUOTE = 34;
const BACKSLASH = 92;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

/** Stands where something was cut out. No sender can know it. */
export const CUT = `too deep ${randomUUID()}`;

/**
 * JSON with all that nests deeper than `limit` cut out before it is parsed: a mebibyte of brackets keeps `JSON.parse` busy
 * for a third of a second, and one event that has them must not sink its batch. JSON that is broken stays so.
 */
export function cutDepth(json: string, limit: number): { json: string; wasCut: boolean } {
  let kept = '';
  let keptTo = 0;
  let cutFrom = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (OPENING.has(code)) {
      depth += 1;
      if (depth === limit + 1) cutFrom = at;
    } else if (CLOSING.has(code)) {
      if (depth === limit + 1) {
        kept += `${json.slice(keptTo, cutFrom)}"${CUT}"`;
        keptTo = at + 1;
      }
      depth -= 1;
    }
  }
  // what is never closed is broken, and is told so without going through it
  if (depth > limit) return { json: kept + json.slice(keptTo, cutFrom), wasCut: true };
  return keptTo ? { json: kept + json.slice(keptTo), wasCut: true } : { json, wasCut: false };
}
