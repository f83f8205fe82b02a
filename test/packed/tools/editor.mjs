/** Asks VS Code's own service for HTML what it offers to write, with the data of the package. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import html from 'vscode-html-languageservice';
import { home } from './entries.mjs';

const { getLanguageService, newHTMLDataProvider, TextDocument } = html;
const data = JSON.parse(readFileSync(new URL('dist/html-data.json', home), 'utf8'));
const service = getLanguageService({ customDataProviders: [newHTMLDataProvider('shoppable-video', data)] });

function offered(text) {
  const document = TextDocument.create('file:///page.html', 'html', 1, text);
  const { items } = service.doComplete(document, document.positionAt(text.length), service.parseHTMLDocument(document));
  return items.map(({ label }) => label);
}

assert.ok(offered('<').includes('shoppable-video'));
assert.ok(offered('<shoppable-video ').includes('manifest'));
assert.deepEqual(offered('<shoppable-video fit="'), ['contain', 'cover']);
