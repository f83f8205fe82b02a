import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'rollup/parseAst';

/** The specifiers of a module's static imports and re-exports, in order. */
export function staticImportsOf(code) {
  return parseAst(code).body.flatMap(({ source }) => (source ? [source.value] : []));
}

/**
 * What a browser loads when it is asked for these built files: they and all that they import statically.
 * @param {string[]} entries paths of files
 * @returns {string[]} paths, each once
 * @throws when a file is not there, so that a budget never measures nothing
 */
export function staticClosure(entries) {
  const files = new Set();
  const add = (file) => {
    if (files.has(file)) return;
    if (!existsSync(file))
      throw new Error(`${file} is not there. Run \`npm run build\`, and look whether the chunk has another name now.`);
    files.add(file);
    for (const specifier of staticImportsOf(readFileSync(file, 'utf8'))) {
      if (!specifier.startsWith('.')) throw new Error(`${file} imports ${specifier}, which no browser can resolve.`);
      add(join(dirname(file), specifier));
    }
  };
  for (const entry of entries) add(entry);
  return [...files];
}
