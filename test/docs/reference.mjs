/**
 * What is made from the source and kept with it: the reference tables of the README, from the elements' own doc
 * comments, the table of errors, the rules of lint and the metrics; and the types of the tags.
 * `--check` fails when one says anything else.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readElements, root } from './elements.mjs';
import { tagsModule } from './tags.mjs';

const readme = join(root, 'README.md');

const cell = (text) =>
  String(text ?? '')
    .replace(/\|/g, '\\|')
    .replace(/\s+/g, ' ')
    .trim();
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const code = (text) => `\`${text}\``;

/** The methods that say what they do, with their parameters. */
const methodsOf = ({ members }) =>
  members
    .filter(({ kind, description }) => kind === 'method' && description)
    .map(({ name, parameters = [], description }) => ({
      name: `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`,
      description,
    }));

/** All of a small element in one table. */
function tableOf({ attributes = [], members = [], slots = [], events = [], cssParts = [], cssProperties = [] }) {
  const rows = (kind, list) =>
    list
      .filter(({ description }) => description)
      .map(({ name, description }) => [kind, name ? code(name) : '', description]);
  return table(
    ['', 'Name', 'Meaning'],
    [
      ...rows('attribute', attributes),
      ...rows('method', methodsOf({ members })),
      ...rows('slot', slots),
      ...rows('event', events),
      ...rows('part', cssParts),
      ...rows('custom property', cssProperties),
    ],
  );
}

/** Every text, by the path of its keys. */
const texts = (english, path = '') =>
  Object.entries(english).flatMap(([key, text]) =>
    typeof text === 'string' ? [[code(path + key), text]] : texts(text, `${path}${key}.`),
  );

/** What a metric's options mean, and what they may be. */
const optionsOf = (options = {}) =>
  Object.entries(options).map(([name, { meaning, values, days, default: usual }]) => {
    const allowed = values ? values.map(code).join(', ') : `${days[0]} to ${days[1]} days`;
    return `${code(name)} (${allowed}; default ${usual}): ${meaning}`;
  });

async function tables(elements) {
  const {
    'shoppable-video': element,
    'shoppable-shelf': shelf,
    'shoppable-cart': cart,
    'shoppable-insights': insights,
  } = elements;
  const { default: english } = await import(pathToFileURL(join(root, 'src/i18n/locales/en.ts')).href);
  const { ERRORS } = await import(pathToFileURL(join(root, 'src/errors.ts')).href);
  const { RULES } = await import(pathToFileURL(join(root, 'src/tools/lint/rules/index.ts')).href);
  const { METRICS } = await import(pathToFileURL(join(root, 'src/insights/metrics/index.ts')).href);
  return {
    attributes: table(
      ['Attribute', 'Values', 'Meaning'],
      element.attributes.map(({ name, type, description }) => [code(name), type?.text, description]),
    ),
    methods: table(
      ['Method', 'What it does'],
      methodsOf(element).map(({ name, description }) => [code(name), description]),
    ),
    fields: table(
      ['Property', 'Type', 'Meaning'],
      element.members
        .filter(({ kind, privacy, description }) => kind === 'field' && privacy !== 'private' && description)
        .map(({ name, type, description }) => [
          code(name),
          (type?.text ?? '').replace(' | undefined', ''),
          description,
        ]),
    ),
    texts: table(['Key', 'Text'], texts(english)),
    events: table(
      ['Event', 'When, and its fields'],
      element.events.map(({ name, description }) => [code(name), description]),
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
    insights: tableOf(insights),
    lint: table(
      ['Code', 'Severity', 'What it finds', 'The cure'],
      RULES.map(({ code: name, severity, finds, cure }) => [code(name), severity, finds, cure]),
    ),
    metrics: table(
      ['Metric', 'Unit', '`by`', 'What it is'],
      [...METRICS.values()].map(({ name, unit, by, needs, options, definition }) => [
        code(name),
        unit,
        Object.keys(by).map(code).join(', '),
        [definition, needs && `Needs ${needs.map(code).join(', ')}.`, ...optionsOf(options)].filter(Boolean).join(' '),
      ]),
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

const { elements } = readElements();
const made = await tables(elements);
const files = [
  [readme, (text) => fill(text, made)],
  [join(root, 'src/tags.ts'), () => tagsModule(elements)],
];
for (const [file, make] of files) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = make(before);
  if (after === before) continue;
  if (!process.argv.includes('--check')) writeFileSync(file, after);
  else {
    console.error(`${relative(root, file)} and the source disagree. Run \`npm run docs\` and commit what it writes.`);
    process.exitCode = 1;
  }
}
