import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bind, select } from '../../../src/insights/selection.js';

test('nothing given selects everything', () => {
  assert.equal(select('WHERE {selection}', {}), 'WHERE TRUE');
});

test('what is given becomes a parameter and never a part of the SQL', () => {
  const selection = { video: "x' OR TRUE --", fromMs: 0, toMs: undefined };
  const sql = select('{selection}', selection);
  assert.equal(sql, 'video_id = $video AND at_ms >= $fromMs');
  assert.deepEqual(bind(sql, selection), { video: "x' OR TRUE --", fromMs: 0 });
});

test('a table with fewer columns is asked by some of the keys', () => {
  const sql = select('{selection of site, fromMs} AND {selection of arm}', {
    site: 'shop',
    video: 'coffee',
    fromMs: 5,
  });
  assert.equal(sql, 'site = $site AND at_ms >= $fromMs AND TRUE');
  assert.deepEqual(bind(sql, { site: 'shop', video: 'coffee', fromMs: 5 }), { site: 'shop', fromMs: 5 });
});

test('a key that there is none of is a mistake of the metric, and not ignored', () => {
  assert.throws(() => select('{selection of site, colour}', {}), /colour/);
});
