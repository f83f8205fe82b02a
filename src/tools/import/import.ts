import { ShoppableError } from '../../errors.js';
import type { ManifestInput } from '../../schema/manifest.js';
import { parseManifest } from '../../schema/parse-manifest.js';
import { assemble, type Given } from './assemble.js';
import { FORMATS, readCatalogue } from './formats.js';
import { type CatalogueEntry, ImportError, type ImportedFilm, type ImportOptions } from './source.js';

export interface Imported {
  readonly manifest: ManifestInput;
  /** What could not be taken over, and where it stands in the imported file. */
  readonly warnings: readonly { readonly place: string; readonly message: string }[];
}

/**
 * Makes a manifest of another product's file.
 * @param format one of {@link FORMATS}
 * @param files the file, and a feed of products where its own have no price or should be fresher
 * @throws ImportError when the file is not of that format, or too little is known for a manifest
 */
export function importManifest(
  format: string,
  files: { readonly main: string; readonly products?: string },
  options: Omit<ImportOptions, 'warn'> & Given,
): Imported {
  const warnings: { place: string; message: string }[] = [];
  const warn = (place: string, message: string) => void warnings.push({ place, message });
  const reader = FORMATS[format];
  if (!reader) throw new ImportError(`There is no format ${format}; there are ${Object.keys(FORMATS).join(', ')}.`);
  const all = { ...options, warn };
  let film: ImportedFilm;
  let catalogue: CatalogueEntry[] = files.products === undefined ? [] : readCatalogue(files.products, all);
  if ('film' in reader) film = reader.film(files.main, all);
  else {
    catalogue = [...catalogue, ...reader.products(files.main, all)];
    const listed = catalogue.map(({ product }) => product);
    film = { sources: [], hotspots: [], segments: [], products: listed };
  }
  const manifest = assemble(film, catalogue, options, warn);
  try {
    for (const { message } of parseManifest(manifest, 'https://manifest.invalid/').warnings)
      warn('the manifest', message);
  } catch (error) {
    if (error instanceof ShoppableError) throw new ImportError(error.message, { cause: error });
    throw error;
  }
  return { manifest, warnings };
}
