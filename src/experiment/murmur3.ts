const utf8 = new TextEncoder();

/**
 * MurmurHash3_x86_32 with seed 0 (Austin Appleby, public domain) of the UTF-8 bytes of a text: databases and other
 * languages have it too, ClickHouse as `murmurHash3_32`.
 * @returns 0 ≤ n < 2³²
 */
export function murmur3(text: string): number {
  const bytes = utf8.encode(text);
  const whole = bytes.length & ~3;
  let hash = 0;
  const mixed = (word: number) => {
    const k = Math.imul(word, 0xcc9e2d51);
    return Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  };
  const word = (at: number, length: number) => {
    let k = 0;
    for (let i = length - 1; i >= 0; i -= 1) k = (k << 8) | bytes[at + i]!;
    return k;
  };
  for (let at = 0; at < whole; at += 4) {
    hash ^= mixed(word(at, 4));
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= mixed(word(whole, bytes.length - whole)) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
