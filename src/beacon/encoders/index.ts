import type { Encoder } from './encoder.js';
import type { Format } from './formats.js';

/**
 * Each format is a file that only its pages load.
 * @param native is there already: what leaves before this code has come is in that format
 */
export async function encoderOf(format: Format, native: Encoder): Promise<Encoder> {
  if (format === 'ga4') return (await import('./ga4.js')).encoder;
  if (format === 'segment') return (await import('./segment.js')).encoder;
  return native;
}
