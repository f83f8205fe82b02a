/** What the elements' own doc comments say, as the analyzer reads it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Only what is told of it is the page's to use. */
const told = (list = []) => list.filter(({ description }) => description);

const isPublic = ({ name, privacy }) =>
  privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && name !== 'addEventListener';

const within = (type) => type?.text && { text: type.text.replace(/ \| undefined$/, '') };

function tidy(element) {
  const { attributes, description, events, members, ...rest } = element;
  return {
    ...rest,
    // what stands in brackets is for those who work on the file
    description: description.replace(/\n\n\([^)]*\)/g, ''),
    attributes: told(attributes).map((attribute) => ({ ...attribute, type: within(attribute.type) })),
    events: told(events).map(({ name, description }) => ({
      name,
      description,
      type: { text: `HTMLElementEventMap['${name}']` },
    })),
    members: members.filter(isPublic),
  };
}

/** @returns the manifest's `schemaVersion`, and each element by its tag */
export function readElements() {
  const analyzer = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
  execFileSync(process.execPath, [analyzer, 'analyze', '--quiet', '--config', 'test/docs/custom-elements.config.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { schemaVersion, modules } = JSON.parse(
    readFileSync(join(root, 'node_modules/.cache/custom-elements/custom-elements.json'), 'utf8'),
  );
  const found = modules.flatMap(({ path, declarations }) =>
    declarations.filter(({ tagName }) => tagName).map((element) => ({ source: path, ...tidy(element) })),
  );
  return { schemaVersion, elements: Object.fromEntries(found.map((element) => [element.tagName, element])) };
}
