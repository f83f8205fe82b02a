import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { crc32, tableCrc32 } from '../../../../src/server/journal/crc32.js';

test('the check value of the standard', () => {
  assert.equal(tableCrc32(Buffer.from('123456789')), 0xcbf43926);
});

test('the table and zlib agree, so that a journal can move between versions of Node', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => tableCrc32(bytes) === crc32(bytes)));
});
