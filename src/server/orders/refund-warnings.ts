import type { Query } from '../../insights/query.js';
import type { Refund } from '../../schema/order.js';

const SUMS = `
  SELECT currency, product_id AS product, sum(minor) AS minor, 'sold' AS what FROM sales
  WHERE site = $site AND order_id = $orderId GROUP BY currency, product_id
  UNION ALL
  SELECT currency, product_id AS product, sum(minor) AS minor, 'returned' AS what FROM returns
  WHERE site = $site AND order_id = $orderId GROUP BY currency, product_id`;

/**
 * What looks wrong with a refund that is stored as it was sent. One may come before its order, which is nothing to warn of.
 * Asked when the refund is in the store.
 */
export async function refundWarnings(site: string, refund: Refund, query: Query): Promise<string[]> {
  const { orderId, currency, lines } = refund;
  const rows = await query(SUMS, { site, orderId });
  const sum = (what: string) =>
    rows.reduce((all, row) => (row.what === what && row.currency === currency ? all + Number(row.minor) : all), 0);
  const sold = rows.filter((row) => row.what === 'sold');
  const order = `the order ${JSON.stringify(orderId)}`;
  if (!sold.length) return [];
  if (!sold.some((row) => row.currency === currency)) {
    return [
      `A refund in ${currency} of ${order}, which is in ${sold[0]!.currency}: it is stored, and counts for nothing.`,
    ];
  }
  const products = new Set(sold.map(({ product }) => String(product)));
  const others = new Set(lines.map(({ productId }) => productId).filter((id) => !products.has(id)));
  const names = (ids: ReadonlySet<string>) =>
    [...ids]
      .slice(0, 10)
      .map((id) => JSON.stringify(id))
      .join(', ');
  const strange = others.size
    ? [
        `A refund of ${names(others)}, which ${order} did not sell: it is stored, and counts for nothing. It sold ${names(products)}.`,
      ]
    : [];
  if (sum('returned') <= sum('sold')) return strange;
  return [
    ...strange,
    `Refunds of ${order} come to ${sum('returned')}, more than its ${sum('sold')} ${currency} in minor units: they are stored, and ` +
      'count up to that.',
  ];
}
