import assert from 'node:assert/strict';
import { it } from 'node:test';
import { BASE, sample } from './sample.js';

it('nothing is compiled from text, which a strict Content-Security-Policy would report even when it is caught', async () => {
  const { Function: compile } = globalThis;
  let compiled = 0;
  const count = () => {
    compiled += 1;
    throw new EvalError('refused');
  };
  globalThis.Function = new Proxy(compile, { construct: count, apply: count });
  try {
    const { parseManifest } = await import('../../../src/schema/parse-manifest.js');
    assert.deepEqual(parseManifest(sample(), BASE).warnings, []);
    assert.throws(() => new globalThis.Function('1'), EvalError);
  } finally {
    globalThis.Function = compile;
  }
  assert.equal(compiled, 1, 'only the one that proves the count');
});
