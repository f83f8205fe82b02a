import { FORMATS } from '../../tools/import/formats.js';
import { importManifest } from '../../tools/import/import.js';
import { ImportError } from '../../tools/import/source.js';
import { digitsOf } from '../../tools/money.js';
import { type Command, InputError, type Options, UsageError } from '../command.js';
import { isUrl, only, readText } from '../input.js';
import { writeText } from '../output.js';

function namesOf(options: Options): Map<string, string> {
  return new Map(
    options.list('map').map((pair) => {
      const [from, ...to] = pair.split('=');
      if (!from || !to.length) throw new UsageError(`--map ${pair}: say the film’s name, = and the feed’s name.`);
      return [from, to.join('=')] as const;
    }),
  );
}

function currencyOf(options: Options): string | undefined {
  const currency = options.text('currency')?.toUpperCase();
  if (currency !== undefined && digitsOf(currency) === undefined)
    throw new UsageError(`--currency ${currency}: give a code of ISO 4217, such as EUR.`);
  return currency;
}

export const command: Command = {
  usage: `Usage: shoppable-video import [options] <format> <file>

Prints a manifest made of another product’s file, and tells on the standard error what has no equal there.

${Object.entries(FORMATS)
  .map(([name, { about }]) => `  ${name.padEnd(17)} ${about}`)
  .join('\n')}

  --products <file>    products of a Google Merchant feed or a products.json; the film’s are taken from it by id,
                       SKU, handle or variant
  --map <from>=<to>    the feed’s name for a product that the film calls otherwise; may be repeated
  --media <url>        what plays; may be repeated, the best first
  --id, --title        of the film, where the file says none
  --currency <code>    of prices that name none
  --shop <url>         the shop’s address, for a products.json that is read from a file
  --cloud-name <name>  Cloudinary’s account
  --out <file>         writes the manifest there
  --strict             exit code 1 when anything has no equal
  --json               prints { manifest, warnings: [{ place, message }] }

Exit code: 0 a manifest was made, 1 with --strict not of everything, 2 not asked rightly or not readable.`,
  options: {
    products: { type: 'string' },
    map: { type: 'string', multiple: true },
    media: { type: 'string', multiple: true },
    id: { type: 'string' },
    title: { type: 'string' },
    currency: { type: 'string' },
    shop: { type: 'string' },
    'cloud-name': { type: 'string' },
    out: { type: 'string' },
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run([format, ...files], options, io) {
    if (!format || !Object.hasOwn(FORMATS, format))
      throw new UsageError(`${format ? `There is no format ${format}.` : 'Name a format.'}`);
    const file = only(files);
    const products = options.text('products');
    const shop = options.text('shop') ?? [products, file].find((name) => name && isUrl(name));
    if (shop !== undefined && !isUrl(shop)) throw new UsageError('--shop must be an absolute http(s) address.');
    const texts = {
      main: await readText(file, io),
      ...(products !== undefined && { products: await readText(products, io) }),
    };
    const { manifest, warnings } = reading(file, () =>
      importManifest(format, texts, {
        id: options.text('id'),
        title: options.text('title'),
        media: options.list('media'),
        names: namesOf(options),
        currency: currencyOf(options),
        shop,
        cloudName: options.text('cloud-name'),
        now: Date.now(),
      }),
    );
    const out = options.text('out');
    if (out !== undefined) await writeText(out, `${JSON.stringify(manifest, null, 2)}\n`);
    if (options.has('json')) io.out(JSON.stringify({ manifest, warnings }, null, 2));
    else {
      for (const { place, message } of warnings) io.err(`${place} ${message}`);
      if (out === undefined) io.out(JSON.stringify(manifest, null, 2));
    }
    return options.has('strict') && warnings.length ? 1 : 0;
  },
};

function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ImportError) throw new InputError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}
