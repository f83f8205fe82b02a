/**
 * One byte range of a `Range` header (RFC 9110 §14.2). Several at once are answered with the whole, which is allowed.
 * @returns first and last byte, both within; undefined to send the whole; `unsatisfiable` for a 416
 */
export function byteRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (!match[1] && !match[2])) return undefined;
  const [, from, to] = match;
  const first = from ? Number(from) : Math.max(0, size - Number(to));
  const last = from && to ? Math.min(Number(to), size - 1) : size - 1;
  if (from && to && Number(to) < first) return undefined;
  return first > last ? 'unsatisfiable' : { first, last };
}
