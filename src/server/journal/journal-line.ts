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

/** Overwrites the line of an object, without its line break, with a blank of the same length. */
export function blankLine(line: Buffer): void {
  const json = line.subarray(PREFIX).fill(' ');
  json.write('null');
  line.write(`${checksum(json)} `, 'latin1');
}
