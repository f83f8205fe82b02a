import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const QUALITY = 9; // 11 takes ten times as long for a few per cent
const methods = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  gzip: promisify(gzip),
};

/** The best coding that the browser names and does not refuse. */
export const codingFor = (accept = '') =>
  Object.keys(methods).find((coding) =>
    new RegExp(`(^|[\\s,])${coding}\\s*(;\\s*q=(0\\.0*[1-9]|1)|,|$)`, 'i').test(accept),
  );

const kept = new Map();

/** A file's bytes in a coding, compressed once for each version of the file. */
export function compressed(path, coding, version) {
  const name = `${path} ${coding}`;
  const known = kept.get(name);
  if (known?.version === version) return known.bytes;
  const bytes = readFile(path).then(methods[coding]);
  kept.set(name, { version, bytes });
  bytes.catch(() => kept.delete(name));
  return bytes;
}
