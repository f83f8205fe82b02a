import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeUrl } from '../../../src/shared/url.js';

const base = 'https://shop.example/videos/coffee.json';

test('http, https and places in the same document may be followed', () => {
  assert.equal(safeUrl('mug.html', base), 'https://shop.example/videos/mug.html');
  assert.equal(safeUrl('//cdn.example/a.mp4', base), 'https://cdn.example/a.mp4');
  assert.equal(safeUrl('#reviews', base), `${base}#reviews`);
});

test('nothing else may', () => {
  const hostile = [
    'javascript:alert(1)',
    ' \tJaVa\nScript:alert(1)',
    'data:text/html,x',
    'blob:https://x/1',
    'file:///etc/passwd',
    'vbscript:x',
    'https://',
    'http://[',
    7,
    null,
    undefined,
    {},
  ];
  for (const value of hostile) assert.equal(safeUrl(value, base), undefined, String(value));
});
