import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { COLOURS } from '../../../src/themes/tokens.js';

/** Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((d) => d + d).join('') : hex.slice(1);
  const [r, g, b] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

for (const [scheme, index] of [
  ['light', 0],
  ['dark', 1],
] as const) {
  for (const [text, ground] of [
    ['text', 'surface'],
    ['muted', 'surface'],
    ['accent', 'surface'],
    ['success', 'surface'],
    ['danger', 'surface'],
    ['on-accent', 'accent'],
  ] as const) {
    test(`${text} on ${ground} can be read where the page is ${scheme}`, () => {
      const ratio = contrast(COLOURS[text]![index], COLOURS[ground]![index]);
      assert.ok(ratio >= 4.5, `${ratio.toFixed(2)} to 1`);
    });
  }
}

test('the reference says the defaults that are used', () => {
  const source = readFileSync('src/element/shoppable-video.ts', 'utf8');
  for (const [name, [light, dark]] of Object.entries(COLOURS)) {
    const stated = new RegExp(`@cssprop \\[--shoppable-${name}=${light} / ${dark}\\]`);
    assert.match(source, stated, name);
  }
});
