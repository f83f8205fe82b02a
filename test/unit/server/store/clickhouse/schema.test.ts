import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statements } from '../../../../../src/server/store/clickhouse/schema.js';
import { KEPT } from '../../../../../src/server/store/clickhouse/tables.js';

test('in a cluster each table has a part on every machine, and events are spread by viewer', () => {
  const all = statements('main');
  for (const sql of all) assert.match(sql, /ON CLUSTER main/);
  const spread = all.find((sql) => sql.includes('TABLE IF NOT EXISTS events_rows '))!;
  assert.match(spread, /Distributed\(main, currentDatabase\(\), events_rows_shard, cityHash64\(viewer\)\)/);
});

test('what makes two rows one has a value in every row', () => {
  for (const { name, key, shard } of KEPT) {
    const table = statements().find((sql) => sql.includes(`TABLE IF NOT EXISTS ${name}_rows `))!;
    for (const column of [...key, shard]) assert.doesNotMatch(table, new RegExp(`\\b${column} Nullable`));
  }
});
