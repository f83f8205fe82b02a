import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPatch } from '../../../src/experiment/apply-patch.js';

test('the examples of RFC 7396, appendix A, but for an object in place of a list', () => {
  for (const [target, patch, result] of [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])
    assert.deepEqual(applyPatch(target, patch), result);
});

test('an object changes the items of a list by their ids', () => {
  const target = { segments: [{ id: 'intro', host: 'Ada' }, { id: 'demo', host: 'Ada' }, { label: 'no id' }] };
  const before = structuredClone(target);
  const patch = { segments: { demo: { host: 'Bo' }, intro: null, end: { host: 'Cy' } } };
  assert.deepEqual(applyPatch(target, patch), {
    segments: [{ id: 'demo', host: 'Bo' }, { label: 'no id' }, { id: 'end', host: 'Cy' }],
  });
  assert.deepEqual(target, before, 'the manifest itself is not changed');
});

test('to take out what is not there leaves something that no manifest may hold', () => {
  assert.deepEqual(applyPatch([{ id: 'a' }], { b: null }), [{ id: 'a' }, null]);
});

test('a key called __proto__ is one like any other', () => {
  const patched = applyPatch({}, JSON.parse('{"__proto__":{"bad":true}}')) as object;
  assert.equal((patched as { bad?: boolean }).bad, undefined);
  assert.equal(({} as { bad?: boolean }).bad, undefined);
  assert.deepEqual(Object.keys(patched), ['__proto__']);
});
