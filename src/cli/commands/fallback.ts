import { ShoppableError } from '../../errors.js';
import { createFallback } from '../../tools/fallback/render.js';
import { type Command, InputError, UsageError } from '../command.js';
import { isUrl, only, readJson } from '../input.js';
import { writeText } from '../output.js';

export const command: Command = {
  usage: `Usage: shoppable-video fallback [options] <manifest>

Prints the player’s tag as a server sends it: poster, links to the products, and JSON-LD for search engines.

  --manifest-url <url>  where browsers fetch the manifest; absolute, or relative to --page-url
  --page-url <url>      the page’s own address, which clips point into
  --upload-date <date>  when the film was published, ISO 8601
  --locale <tag>        for the prices; default: the manifest’s lang
  --nonce <nonce>       for the <style>, where the page’s Content-Security-Policy wants one
  --out <file>          writes it there
  --strict              exit code 1 when anything was left out or is missing for search engines
  --json                prints { html, jsonLd, warnings }

Exit code: 0 printed, 1 with --strict not all of it, 2 not asked rightly or not readable.`,
  options: {
    'manifest-url': { type: 'string' },
    'page-url': { type: 'string' },
    'upload-date': { type: 'string' },
    locale: { type: 'string' },
    nonce: { type: 'string' },
    out: { type: 'string' },
    strict: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(files, options, io) {
    const file = only(files);
    const manifestUrl = options.text('manifest-url') ?? (isUrl(file) ? file : undefined);
    if (manifestUrl === undefined) throw new UsageError('Say with --manifest-url where browsers fetch the manifest.');
    const manifest = await readJson(file, io);
    try {
      const made = createFallback(manifest, {
        manifestUrl,
        pageUrl: options.text('page-url'),
        uploadDate: options.text('upload-date'),
        locale: options.text('locale'),
        nonce: options.text('nonce'),
      });
      const printed = options.has('json') ? JSON.stringify(made, null, 2) : made.html;
      const out = options.text('out');
      if (out !== undefined) await writeText(out, `${printed}\n`);
      else io.out(printed);
      for (const warning of made.warnings) io.err(warning);
      return options.has('strict') && made.warnings.length ? 1 : 0;
    } catch (error) {
      if (error instanceof ShoppableError) throw new InputError(`${file}: ${error.message}`, { cause: error });
      if (error instanceof TypeError && error.message.startsWith('manifestUrl')) throw new UsageError(error.message);
      throw error;
    }
  },
};
