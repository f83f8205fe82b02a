import { writeFile } from 'node:fs/promises';
import { InputError } from './command.js';

/** Writes a file, over one that is there. @throws InputError */
export async function writeText(name: string, text: string): Promise<void> {
  await writeFile(name, text).catch((cause: Error) => {
    throw new InputError(`${name} cannot be written: ${cause.message}`, { cause });
  });
}
