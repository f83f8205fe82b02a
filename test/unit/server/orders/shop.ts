import { createHmac } from 'node:crypto';
import { DuckDBInstance } from '@duckdb/node-api';
import { SIGNATURE_HEADER, signRequest } from '../../../../src/server/access/signed.js';
import type { RunningServer } from '../../../../src/server/main.js';

/** Posts as a shop's server does. */
export function tell(
  url: string,
  what: 'orders' | 'refunds' | 'catalog',
  body: unknown,
  { key = '', timeS = Math.floor(Date.now() / 1000) } = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const path = `/v1/${what}`;
  const signature = signRequest(key, { timeS, method: 'POST', path, body: Buffer.from(text) });
  return fetch(url + path, { method: 'POST', body: text, headers: key ? { [SIGNATURE_HEADER]: signature } : {} });
}

export const makeOrder = (fields: object = {}) => ({
  orderId: '1001',
  placedAt: '2026-11-22T10:00:00+01:00',
  currency: 'EUR',
  lines: [{ productId: 'mug', variantId: 'tide', quantity: 2, minor: 3800 }],
  ...fields,
});

export const makeRefund = (fields: object = {}) => ({
  refundId: 'r1',
  orderId: '1001',
  refundedAt: '2026-11-23T10:00:00Z',
  currency: 'EUR',
  lines: [{ productId: 'mug', quantity: 1, minor: 1900 }],
  ...fields,
});

/** Posts a webhook with its platform's signature. */
export function hook(
  url: string,
  platform: 'shopify' | 'woocommerce',
  topic: string,
  body: unknown,
  secret: string,
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const names =
    platform === 'shopify'
      ? (['X-Shopify-Hmac-Sha256', 'X-Shopify-Topic'] as const)
      : (['X-WC-Webhook-Signature', 'X-WC-Webhook-Topic'] as const);
  const signature = createHmac('sha256', secret).update(text).digest('base64');
  return fetch(`${url}/v1/webhooks/${platform}`, {
    method: 'POST',
    body: text,
    headers: { [names[0]]: signature, [names[1]]: topic, 'content-type': 'application/json' },
  });
}

/** Closes the server, after the store has caught up, and reads what its database has. */
export async function rowsAfterwards(
  server: RunningServer,
  dataDir: string,
  sql: string,
): Promise<Record<string, unknown>[]> {
  await fetch(`${server.url}/v1/insights/counts`);
  await server.close();
  const instance = await DuckDBInstance.create(`${dataDir}/events.v1.duckdb`);
  const connection = await instance.connect();
  try {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS() as Record<string, unknown>[];
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
      ),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
