/** What can be imported of the installed package: every entry, and each file that a pattern stands for. */
import { readdirSync, readFileSync } from 'node:fs';

export const home = new URL('node_modules/shoppable-video/', import.meta.url);
const { name, exports } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8'));

const ADAPTERS = './adapters/*';
const adapters = readdirSync(new URL('dist/adapters/', home)).filter(
  (file) => file.endsWith('.js') && exports[`./adapters/${file.slice(0, -3)}`] !== null,
);

/** @type {{ entry: string, file: string, specifier: string }[]} */
// Style sheets are linked, not imported.
export const entries = Object.entries(exports)
  .filter(([entry, target]) => target && !/\.(json|css)$/.test(entry))
  .flatMap(([entry, { default: file }]) =>
    entry === ADAPTERS
      ? adapters.map((adapter) => ({
          entry: entry.replace('*', adapter.slice(0, -3)),
          file: file.replace('*.js', adapter),
        }))
      : [{ entry, file }],
  )
  .map((each) => ({ ...each, specifier: name + each.entry.slice(1) }));
