import { readCloudinary } from './cloudinary.js';
import { readCloudinaryAreas } from './cloudinary-areas.js';
import { readGoogleMerchant } from './google-merchant.js';
import { readScaleflex } from './scaleflex.js';
import { readShopify } from './shopify.js';
import { type CatalogueEntry, type Format, ImportError, type ImportOptions } from './source.js';

/** What can be imported, by the name that the command line has for it. */
export const FORMATS: Record<string, Format> = {
  cloudinary: { about: 'the `shoppable` configuration of Cloudinary’s video player (JSON)', film: readCloudinary },
  'cloudinary-areas': {
    about: 'interaction areas of Cloudinary’s video player (WebVTT); needs --products',
    film: readCloudinaryAreas,
  },
  scaleflex: { about: 'video hotspots of Scaleflex, Cloudimage and Filerobot (JSON)', film: readScaleflex },
  'google-merchant': { about: 'a product feed of Google Merchant Center (XML or TSV)', products: readGoogleMerchant },
  shopify: { about: 'a shop’s products.json; needs --currency', products: readShopify },
};

/** Products of any format that has them, told apart by how the file begins. */
export function readCatalogue(text: string, options: ImportOptions): CatalogueEntry[] {
  if (!text.trim()) throw new ImportError('The file with the products is empty.');
  return /^\uFEFF?\s*[{[]/.test(text) ? readShopify(text, options) : readGoogleMerchant(text, options);
}
