import { readFile } from 'node:fs/promises';
import { InputError, type Io, UsageError } from './command.js';

export const isUrl = (name: string) => /^https?:\/\//i.test(name);

/** How long a server may take to answer, in milliseconds. */
const WITHIN_MS = 30_000;

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * The bytes of a file, of what is at an http(s) address, or of the standard input, whose name is `-`.
 * @throws InputError
 */
export async function readBytes(name: string, io: Io): Promise<Uint8Array> {
  try {
    if (name === '-') return await io.stdin();
    return isUrl(name) ? await fetchBytes(name) : await readFile(name);
  } catch (cause) {
    const { message, cause: inner } = cause as Error;
    throw new InputError(`${name} cannot be read: ${inner instanceof Error ? inner.message : message}`, { cause });
  }
}

/** The same as text. @throws InputError when it is not UTF-8 either */
export async function readText(name: string, io: Io): Promise<string> {
  const bytes = await readBytes(name, io);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`${name} is no text in UTF-8.`, { cause });
  }
}

/** The same as JSON. @throws InputError */
export async function readJson(name: string, io: Io): Promise<unknown> {
  const text = await readText(name, io);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${name} is no JSON: ${(cause as Error).message}`, { cause });
  }
}

/** The one file that a command is about. */
export function only(files: readonly string[]): string {
  const [file, ...more] = files;
  if (file === undefined || more.length)
    throw new UsageError(file === undefined ? 'Name a file, an address or -.' : 'Name one file only.');
  return file;
}
