const told = new Set<string>();

/** One console line per problem, however often it happens: the page is somebody else's. */
export function warnOnce(key: string, ...message: unknown[]): void {
  if (told.has(key)) return;
  told.add(key);
  console.warn('[shoppable-video]', ...message);
}
