/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits, so that ids made later sort later.
 * @param atMs Unix time in milliseconds
 * @param random fills an array with random bytes; `crypto.getRandomValues` needs no secure context
 */
export function uuidv7(
  atMs = Date.now(),
  random = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes),
): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  for (let i = 5, rest = atMs; i >= 0; i -= 1, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  let id = '';
  for (let i = 0; i < 16; i += 1)
    id += (i > 3 && i < 11 && !(i % 2) ? '-' : '') + (bytes[i]! + 256).toString(16).slice(1);
  return id;
}
