import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requirePeers } from '../../../src/server/peers.js';

test('all packages that are missing are named in one command', async () => {
  const load = async (name: string) => {
    if (name !== 'isbot') await import(`${name}/not-installed-here`.replace(/^.*\//, '@nowhere/'));
  };
  await assert.rejects(requirePeers('duckdb', load), {
    message:
      'The server needs packages that are not installed. Run: npm install hono @hono/node-server @duckdb/node-api',
  });
  await assert.rejects(requirePeers('clickhouse', load), /npm install hono @hono\/node-server @clickhouse\/client$/);
});

test('a package that is there and broken is not called missing', async () => {
  const load = () => Promise.reject(new Error('wrong architecture'));
  await assert.rejects(requirePeers('duckdb', load), /wrong architecture/);
});

test('here they are all installed', async () => {
  await requirePeers();
  await requirePeers('clickhouse');
});
