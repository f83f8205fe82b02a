import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { BatchFault } from './batch-fault.js';

export interface DecodedBody {
  readonly text: string;
  /** Whether it had bytes that are no UTF-8; U+FFFD stands for them. */
  readonly hasBadBytes: boolean;
}

const unpack = promisify(gunzip);
const UTF8 = /^"?utf-?8"?$/i;
const BOM = [0xef, 0xbb, 0xbf];

const startsWith = (bytes: Buffer, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);

async function unzipped(bytes: Buffer, maxOutputLength: number): Promise<Buffer | BatchFault> {
  try {
    // zlib stops at the limit, however much more there is
    return await unpack(bytes, { maxOutputLength });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      const error = `The body unpacks to more than ${maxOutputLength} bytes. Send smaller batches.`;
      return { status: 413, reason: 'too-large', error, path: '' };
    }
    const error = `The body is not whole gzip: ${(cause as Error).message}.`;
    return { status: 400, reason: 'gzip', error, path: '' };
  }
}

/**
 * Makes text of a body. Gzip is told by its header, or by its first bytes: a page that names the encoding would ask with a
 * preflight first, which it cannot at its end.
 * @param maxBytes of the text, unpacked
 */
export async function decodeBody(
  body: Buffer,
  { encoding, charset, maxBytes }: { encoding: string; charset: string; maxBytes: number },
): Promise<DecodedBody | BatchFault> {
  if (!['', 'identity', 'gzip', 'x-gzip'].includes(encoding)) {
    const error = `Send the body as it is or packed with gzip, not with ${JSON.stringify(encoding.slice(0, 40))}.`;
    return { status: 415, reason: 'encoding', error, path: '' };
  }
  if (charset && !UTF8.test(charset)) {
    const error = `Send the body in UTF-8, not in ${JSON.stringify(charset.slice(0, 40))}.`;
    return { status: 415, reason: 'encoding', error, path: '' };
  }
  const isPacked = encoding.endsWith('gzip') || startsWith(body, [0x1f, 0x8b]);
  const bytes = isPacked ? await unzipped(body, maxBytes) : body;
  if (!Buffer.isBuffer(bytes)) return bytes;
  if (bytes.length > maxBytes) {
    const error = `The body is larger than ${maxBytes} bytes. Send smaller batches.`;
    return { status: 413, reason: 'too-large', error, path: '' };
  }
  return { text: bytes.toString('utf8', startsWith(bytes, BOM) ? 3 : 0), hasBadBytes: !isUtf8(bytes) };
}
