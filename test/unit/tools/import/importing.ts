import { readFileSync } from 'node:fs';
import { importManifest } from '../../../../src/tools/import/import.js';

export const fileOf = (name: string) => readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8');

const NOW = Date.UTC(2026, 5, 1);
type Options = Partial<Parameters<typeof importManifest>[2]>;

/** Imports a file of the folder `files`, or a text. @returns the manifest, and each warning as one line */
export function importing(
  format: string,
  files: { file: string; products?: string } | { text: string },
  options: Options = {},
) {
  const main = 'text' in files ? files.text : fileOf(files.file);
  const products = 'products' in files && files.products ? fileOf(files.products) : undefined;
  const { manifest, warnings } = importManifest(format, { main, products }, { now: NOW, ...options });
  return { manifest, warnings: warnings.map(({ place, message }) => `${place} ${message}`) };
}
