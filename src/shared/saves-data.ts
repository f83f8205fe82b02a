/**
 * The shopper's browser asks for little data: Save-Data (Network Information API), or `prefers-reduced-data` (Media
 * Queries 5, §12.5).
 */
export const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ||
  matchMedia('(prefers-reduced-data:reduce)').matches;
