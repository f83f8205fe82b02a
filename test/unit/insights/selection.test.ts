import assert from 'node:assert/strict';
import { test } from 'node:test';
import { where } from '../../../src/insights/selection.js';

test('nothing given selects everything', () => {
  assert.deepEqual(where({}), { sql: 'TRUE', parameters: {} });
});

test('what is given becomes a parameter and never a part of the SQL', () => {
  const { sql, parameters } = where({ video: "x' OR TRUE --", fromMs: 0, toMs: undefined });
  assert.equal(sql, 'video_id = $video AND at_ms >= $fromMs');
  assert.deepEqual(parameters, { video: "x' OR TRUE --", fromMs: 0 });
});
