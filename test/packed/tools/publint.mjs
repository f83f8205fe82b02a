import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const { buffer: tarball } = new Uint8Array(readFileSync(process.argv[2]));
const { messages, pkg } = await publint({ pack: { tarball }, strict: true, level: 'suggestion' });
assert.deepEqual(
  messages.map((message) => formatMessage(message, pkg)),
  [],
);
