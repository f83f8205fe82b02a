import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { makeTables } from '../../../../../src/server/store/clickhouse/make-tables.js';

test('a ClickHouse that does not answer is told with the setting that names it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/shop`;
  await new Promise((resolve) => server.close(resolve));
  await assert.rejects(
    makeTables({ url }),
    /^Error: ClickHouse \(CLICKHOUSE_URL\) cannot be used\. It says: connect ECONNREFUSED/,
  );
});
