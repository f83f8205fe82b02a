/**
 * Adds `item` and keeps at most `limit`: the oldest playback goes first, for the rest is rarer and worth more.
 * @returns what had to go
 */
export function hold<T extends { type: string }>(list: T[], item: T, limit = 1_000): T | undefined {
  if (list.push(item) <= limit) return undefined;
  const oldest = list.findIndex(({ type }) => type === 'playback');
  return list.splice(Math.max(0, oldest), 1)[0];
}
