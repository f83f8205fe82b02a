import { crc32 } from './crc32.js';

/** Eight hexadecimal digits of CRC-32, and a space. */
const PREFIX = 9;

const checksum = (bytes: Uint8Array) => crc32(bytes).toString(16).padStart(8, '0');

/** A record as a line of the journal. JSON has no bare line break, so that a line ends only where it ends. */
export function encodeLine(record: unknown): Buffer {
  const json = JSON.stringify(record);
  const end = PREFIX + Buffer.byteLength(json);
  const line = Buffer.allocUnsafe(end + 1);
  line.write(json, PREFIX);
  line.write(`${checksum(line.subarray(PREFIX, end))} `, 0, 'latin1');
  line[end] = 10;
  return line;
}

/** Whether a line, without its line break, is as it was written. */
export const isWhole = (line: Buffer): boolean =>
  line.length > PREFIX && line.toString('latin1', 0, PREFIX) === `${checksum(line.subarray(PREFIX))} `;

/** The record of a line without its line break; undefined when it is damaged, null when it is blank. */
export const decodeLine = (line: Buffer): unknown =>
  isWhole(line) ? JSON.parse(line.toString('utf8', PREFIX)) : undefined;

/**
 * Overwrites the line of an object, without its line break, with another record of the same length: blanks follow it, which
 * JSON takes no notice of.
 * @param record must not be longer than what stands there; null leaves the line blank
 */
export function overwriteLine(line: Buffer, record: unknown): void {
  const json = line.subarray(PREFIX);
  const text = Buffer.from(JSON.stringify(record));
  if (text.length > json.length) throw new Error('A record of the journal cannot grow in its place.');
  json.fill(' ').set(text);
  line.write(`${checksum(json)} `, 'latin1');
}
