/** The types that every framework's are made of, as TypeScript: what each tag takes and tells. */

const member = (name, type, description, { optional }) =>
  `  /** ${description} */\n  ${/^\w+$/.test(name) ? name : `'${name}'`}${optional ? '?' : ''}: ${type};`;

/** What is set as a property alone: it has no attribute, and may be left out. */
const propertiesOf = ({ members }) =>
  members.filter(
    ({ kind, attribute, readonly, description, type }) =>
      kind === 'field' && !attribute && !readonly && description && type?.text.endsWith(' | undefined'),
  );

function interfacesOf(element) {
  const { name, attributes, events, members } = element;
  const has = new Set(members.map((each) => each.name));
  // The class knows its own types better than its comments do.
  const typeOf = ({ name: attribute, fieldName = attribute, type }) =>
    has.has(fieldName) ? `${name}['${fieldName}']` : type.text;
  const optional = { optional: true };
  const properties = propertiesOf(element).map((each) =>
    member(each.name, `${name}['${each.name}']`, each.description, optional),
  );
  const written = (kind, nameOf) => [
    `/** \`<${element.tagName}>\`: ${kind}. */`,
    `export interface ${name}${nameOf ? 'Props' : 'Attributes'} {`,
    ...attributes.map((each) => member(nameOf?.(each) ?? each.name, typeOf(each), each.description, optional)),
    ...(nameOf ? properties : []),
    '}\n',
  ];
  return [
    ...written('attributes, as HTML writes them'),
    ...written('properties', ({ name: attribute, fieldName }) => fieldName ?? attribute),
    ...(events.length
      ? [
          `/** \`<${element.tagName}>\`: events. */`,
          `export interface ${name}Events {`,
          ...events.map((each) => member(each.name, each.type.text, each.description, {})),
          '}\n',
        ]
      : [`/** \`<${element.tagName}>\` sends none. */`, `export type ${name}Events = Record<never, Event>;\n`]),
  ];
}

const quoted = ({ name }) => `'${name}'`;

/** One row of a table by tag; what fits into a line of 120 stands in one. */
function list(tagName, items, [open, close]) {
  const space = open === '{' && items.length ? ' ' : '';
  const line = `  '${tagName}': ${open}${space}${items.join(', ')}${space}${close},`;
  return line.length <= 120
    ? [line]
    : [`  '${tagName}': ${open}`, ...items.map((item) => `    ${item},`), `  ${close},`];
}

/** @param elements by their tags @returns a module's text */
export function tagsModule(elements) {
  // What a part lets the player tell is heard on the player.
  const own = ({ description }) => !description.startsWith('From the player');
  const all = Object.values(elements).map((element) => ({ ...element, events: element.events.filter(own) }));
  const lines = [
    '/** What each tag takes and tells. `npm run docs` writes this from the doc comments of the elements. */',
    ...all
      .map(
        ({ name, source }) => `import type { ${name} } from '${source.replace('src/', './').replace('.ts', '.js')}';`,
      )
      .sort((a, b) => a.split(' from ')[1].localeCompare(b.split(' from ')[1])),
    '',
    ...all.flatMap(interfacesOf),
    '/** Everything above, by tag. */',
    'export interface Tags {',
    ...all.flatMap(({ tagName, name }) => [
      `  '${tagName}': {`,
      `    element: ${name};`,
      ...['Attributes', 'Props', 'Events'].map((kind) => `    ${kind.toLowerCase()}: ${name}${kind};`),
      '  };',
    ]),
    '}\n',
    '/** Names of the events, by tag. */',
    'export const EVENTS: { readonly [Tag in keyof Tags]: readonly string[] } = {',
    ...all.flatMap(({ tagName, events }) => list(tagName, events.map(quoted), '[]')),
    '};\n',
    '/** The properties of each tag, with the attribute of each, if it has one. */',
    'export const ATTRIBUTES: { readonly [Tag in keyof Tags]: Readonly<Record<string, string>> } = {',
    ...all.flatMap((element) =>
      list(
        element.tagName,
        [
          ...element.attributes.map(({ name, fieldName = name }) => `${fieldName}: '${name}'`),
          ...propertiesOf(element).map(({ name }) => `${name}: ''`),
        ],
        '{}',
      ),
    ),
    '};\n',
  ];
  return lines.join('\n');
}
