/** The files of a version as a content delivery network serves them, and what a page needs to trust them. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Stands for wherever a shop keeps its files. */
export const BASE = 'https://cdn.your-shop.example';

/** For Node, compilers, editors and bundlers; the package has them. */
const NOT_FOR_PAGES = /^(server|types)\/|\.map$|^react\.js$|^(custom-elements|html-data|web-types)\.json$/;

export const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** @returns {string[]} paths below `dist`, in an order that no file system changes */
export const filesForPages = (dist) =>
  readdirSync(dist, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !NOT_FOR_PAGES.test(file) && statSync(join(dist, file)).isFile())
    .sort();

/** @param base where the versions lie, without a slash at its end @param {Record<string, string>} integrity by file */
export function snippetOf(base, version, integrity) {
  const folder = `${base}/shoppable-video@${version}`;
  return `<script type="module" src="${folder}/shoppable-video.js" crossorigin="anonymous"
        integrity="${integrity['shoppable-video.js']}"></script>`;
}

/** The hashes of everything that a module may load later, for browsers that know them in import maps. */
export function importMapOf(base, version, integrity) {
  const modules = Object.entries(integrity).filter(([file]) => file.endsWith('.js') && !file.endsWith('.classic.js'));
  const entries = modules.map(([file, hash]) => [`${base}/shoppable-video@${version}/${file}`, hash]);
  return `<script type="importmap">\n${JSON.stringify({ integrity: Object.fromEntries(entries) }, null, 2)}\n</script>`;
}

/**
 * Writes `shoppable-video@x.y.z/…` with an `integrity.json`, and beside it the `snippet.html` for a page's head.
 * @returns {Record<string, string>} the sha384 of each file, by its path
 */
export function layOut({ dist, into, version, base }) {
  const folder = join(into, `shoppable-video@${version}`);
  rmSync(folder, { recursive: true, force: true });
  const integrity = {};
  for (const file of filesForPages(dist)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(dist, file), join(folder, file));
    integrity[file] = integrityOf(join(folder, file));
  }
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
  const head = `${importMapOf(base, version, integrity)}\n${snippetOf(base, version, integrity)}\n`;
  writeFileSync(join(into, 'snippet.html'), head);
  return integrity;
}

const PLACE = /(<!-- cdn:begin -->\n)[\s\S]*?(<!-- cdn:end -->)/;

/** @returns the README with the snippet of this build in its place */
export function withSnippet(readme, snippet) {
  if (!PLACE.test(readme))
    throw new Error('README.md has no place for the snippet: <!-- cdn:begin --> … <!-- cdn:end -->.');
  return readme.replace(PLACE, (_, begin, end) => `${begin}\`\`\`html\n${snippet}\n\`\`\`\n${end}`);
}
