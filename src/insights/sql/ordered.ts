/**
 * SQL that gives the viewers who ordered, and when, a row per line: those whom the shop named, and those who put a line of an
 * order in the cart in a video, as its token says.
 */
export const orders = (): string => `
  SELECT site, viewer, at_ms AS ordered_ms FROM sales WHERE viewer IS NOT NULL AND {selection of site, product}
  UNION ALL
  SELECT carts.site AS site, carts.viewer AS viewer, sales.at_ms AS ordered_ms
  FROM (SELECT site, token_view, at_ms FROM sales WHERE token_view IS NOT NULL AND {selection of site, product}) AS sales
  JOIN (
    SELECT DISTINCT site, viewer, view_id FROM events
    WHERE NOT bot AND type IN ('cart_change', 'buy_now') AND {selection of site}
  ) AS carts ON sales.site = carts.site AND sales.token_view = carts.view_id`;

/** SQL that gives each of them once, with the last time. */
export const ordered = (): string => `
  SELECT site, viewer, max(ordered_ms) AS ordered_ms FROM (${orders()}) AS orders GROUP BY site, viewer`;
