/**
 * The reference tables of the README, made from the source: the element's own doc comment, the table of errors, the
 * rules of lint, the manifest's schema, and the sizes that the size check allows. `--check` fails when the README says anything else.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = join(root, 'README.md');

const cell = (text) =>
  String(text ?? '')
    .replace(/\|/g, '\\|')
    .replace(/\s+/g, ' ')
    .trim();
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const code = (text) => `\`${text}\``;

/** The elements of which the README tells, by their tag. */
function elements() {
  const analyzer = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
  const config = 'test/docs/custom-elements.config.mjs';
  execFileSync(process.execPath, [analyzer, 'analyze', '--quiet', '--config', config], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { modules } = JSON.parse(
    readFileSync(join(root, 'node_modules/.cache/custom-elements/custom-elements.json'), 'utf8'),
  );
  const found = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  return Object.fromEntries(found.map((element) => [element.tagName, element]));
}

/** All of a small element in one table. */
function tableOf({ attributes = [], slots = [], events = [], cssParts = [], cssProperties = [] }) {
  const rows = (kind, list) =>
    list
      .filter(({ description }) => description)
      .map(({ name, description }) => [kind, name ? code(name) : '', description]);
  return table(
    ['', 'Name', 'Meaning'],
    [
      ...rows('attribute', attributes),
      ...rows('slot', slots),
      ...rows('event', events),
      ...rows('part', cssParts),
      ...rows('custom property', cssProperties),
    ],
  );
}

async function tables() {
  const { 'shoppable-video': element, 'shoppable-shelf': shelf, 'shoppable-cart': cart } = elements();
  const { ERRORS } = await import(pathToFileURL(join(root, 'src/errors.ts')).href);
  const { RULES } = await import(pathToFileURL(join(root, 'src/tools/lint/rules/index.ts')).href);
  const attributes = element.attributes.filter(({ description }) => description);
  const methods = element.members.filter(
    ({ kind, privacy, description, name }) =>
      kind === 'method' && privacy !== 'private' && privacy !== 'protected' && description && !name.startsWith('#'),
  );
  return {
    attributes: table(
      ['Attribute', 'Values', 'Meaning'],
      attributes.map(({ name, type, description }) => [
        code(name),
        (type?.text ?? '').replace(' | undefined', ''),
        description,
      ]),
    ),
    methods: table(
      ['Method', 'What it does'],
      methods.map(({ name, parameters = [], description }) => [
        code(`${name}(${parameters.map((p) => p.name).join(', ')})`),
        description,
      ]),
    ),
    events: table(
      ['Event', 'When, and its fields'],
      element.events.filter(({ description }) => description).map(({ name, description }) => [code(name), description]),
    ),
    parts: table(
      ['Part', 'What it is'],
      element.cssParts.map(({ name, description }) => [code(name), description]),
    ),
    properties: table(
      ['Custom property', 'Default', 'What it sets'],
      element.cssProperties.map(({ name, default: value, description }) => [
        code(name),
        value ? code(value) : '',
        description,
      ]),
    ),
    shelf: tableOf(shelf),
    cart: tableOf(cart),
    lint: table(
      ['Code', 'Severity', 'What it finds', 'The cure'],
      RULES.map(({ code: name, severity, finds, cure }) => [code(name), severity, finds, cure]),
    ),
    errors: table(
      ['Code', 'What it says, and the cure'],
      Object.entries(ERRORS).map(([name, text]) => [code(name), text]),
    ),
  };
}

function fill(text, made) {
  return Object.entries(made).reduce((all, [name, body]) => {
    const place = new RegExp(`(<!-- ${name}:begin -->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`);
    if (!place.test(all)) throw new Error(`README.md has no place for the table "${name}".`);
    return all.replace(place, (_, begin, end) => `${begin}${body}\n${end}`);
  }, text);
}

const before = readFileSync(readme, 'utf8');
const after = fill(before, await tables());
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md and the source disagree. Run `npm run docs` and commit what it writes.');
    process.exit(1);
  }
} else if (after !== before) writeFileSync(readme, after);
