/** What editors know of the tags, written beside the build: the custom elements manifest, web-types and HTML data. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readElements, root } from './elements.mjs';

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { schemaVersion, elements } = readElements();
const all = Object.values(elements);

/** The values of a type that is a choice of words, or undefined. */
function wordsOf(type) {
  const words = type?.text.split(' | ') ?? [];
  return words.length && words.every((word) => /^'.*'$/.test(word))
    ? words.map((word) => word.slice(1, -1))
    : undefined;
}

const isSwitch = ({ type }) => type?.text === 'boolean';
/** The entry that defines each. */
const FILES = {
  ShoppableVideo: 'shoppable-video.js',
  ShoppableShelf: 'shelf.js',
  ShoppableCart: 'cart.js',
  ShoppableInsights: 'insights.js',
};
function own({ name: element }) {
  if (!FILES[element]) throw new Error(`Say in test/docs/editor-data.mjs which entry defines ${element}.`);
  return `dist/${FILES[element]}`;
}

/** @see https://github.com/webcomponents/custom-elements-manifest */
const customElements = {
  schemaVersion,
  modules: all.map(({ source, ...element }) => ({
    kind: 'javascript-module',
    path: own(element),
    declarations: [element],
    exports: ['js', 'custom-element-definition'].map((kind) => ({
      kind,
      name: kind === 'js' ? element.name : element.tagName,
      declaration: { name: element.name, module: own(element) },
    })),
  })),
};

/** For JetBrains' editors. @see https://plugins.jetbrains.com/docs/intellij/websymbols-web-types.html */
const webTypes = {
  $schema: 'https://json.schemastore.org/web-types',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: all.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: element.attributes.map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          value: isSwitch(attribute) ? { kind: 'no-value', type: 'boolean' } : { type: attribute.type.text },
        })),
        slots: (element.slots ?? []).map((slot) => ({ name: slot.name, description: slot.description })),
        js: {
          properties: element.members
            .filter(({ kind }) => kind === 'field')
            .map((field) => ({
              name: field.name,
              type: field.type?.text,
              ...(field.description && { description: field.description }),
              ...(field.readonly && { 'read-only': true }),
            })),
          events: (element.events ?? []).map((event) => ({ name: event.name, description: event.description })),
        },
        css: {
          properties: (element.cssProperties ?? []).map((property) => ({
            name: property.name,
            description: property.description,
            default: property.default,
          })),
          parts: element.cssParts.map((part) => ({ name: part.name, description: part.description })),
        },
      })),
    },
  },
};

/** For VS Code. @see https://code.visualstudio.com/api/extension-guides/custom-data-extension */
const htmlData = {
  version: 1.1,
  tags: all.map((element) => ({
    name: element.tagName,
    description: { kind: 'markdown', value: element.description },
    attributes: element.attributes.map((attribute) => ({
      name: attribute.name,
      description: { kind: 'markdown', value: attribute.description },
      ...(isSwitch(attribute) && { valueSet: 'v' }),
      values: wordsOf(attribute.type)?.map((word) => ({ name: word })),
    })),
  })),
};

const write = (file, data) => writeFileSync(join(root, 'dist', file), `${JSON.stringify(data, null, 2)}\n`);
write('custom-elements.json', customElements);
write('web-types.json', webTypes);
write('html-data.json', htmlData);

// Types for templates are declarations by nature, and the compiler only writes those that it makes.
for (const file of ['vue.d.ts', 'svelte.d.ts']) copyFileSync(join(root, 'src', file), join(root, 'dist/types', file));
