import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typed } from '../../../../src/insights/dialects/clickhouse.js';

test('a parameter gets the type of its value, as often as it is used', () => {
  assert.equal(
    typed('site = $site AND at_ms >= $fromMs AND site <> $site AND x < $share', { site: 'a', fromMs: 3, share: 0.5 }),
    'site = {site:String} AND at_ms >= {fromMs:Int64} AND site <> {site:String} AND x < {share:Float64}',
  );
});

test('what stands in a text, a quoted name or a comment is no parameter', () => {
  const sql = `SELECT '$a', 'it''s $b', 'a\\' $c', "$d", \`$e\` -- $f
    /* $g
    */ FROM t`;
  assert.equal(typed(sql, {}), sql);
  assert.equal(typed(`'$x' || $x || '$x'`, { x: 'y' }), `'$x' || {x:String} || '$x'`);
});

test('a parameter without a value is an error that names it', () => {
  assert.throws(() => typed('site = $site', {}), /\$site/);
});
