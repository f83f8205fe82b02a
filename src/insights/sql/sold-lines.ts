const RETURNED = 'site, order_id, currency, product_id';

/** The columns of `sales`, each by its name: beside a join ClickHouse would call them by that of their table, too. */
const SALE =
  `site order_id source at_ms received_ms viewer currency line product_id variant_id quantity minor token_video token_view
  token_hotspot token_position_ms token_segment token_experiment token_arm token_at_ms`
    .split(/\s+/)
    .map((name) => `lines.${name} AS ${name}`)
    .join(', ');

/**
 * The lines of orders, each with what of it came back. A refund names its order, product and, mostly, variant, but no line: it
 * fills the lines of its variant in their order, each up to what was sold; what is over fills those of its product. What
 * is over even then, or is in another currency than the order, comes back to no line.
 * @param measure of both: `minor` or `quantity`
 * @param inTime which of `returns` count, where an order was placed at `sold_ms`
 * @returns SQL of all columns of `sales`, and `back`, 0 to `measure`
 */
export const soldLines = (measure: 'minor' | 'quantity', inTime = 'TRUE') => `
  SELECT *, back_of_variant + CASE
      WHEN over <= room_before THEN 0
      WHEN over - room_before < room THEN over - room_before
      ELSE room END AS back
  FROM (
    SELECT *, all_back - sum(back_of_variant) OVER (PARTITION BY ${RETURNED}) AS over, ${measure} - back_of_variant AS room,
      sum(${measure} - back_of_variant) OVER (
        PARTITION BY ${RETURNED} ORDER BY line ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - (${measure} - back_of_variant) AS room_before
    FROM (
      SELECT *, CASE
          WHEN variant_back <= sold_before THEN 0
          WHEN variant_back - sold_before < ${measure} THEN variant_back - sold_before
          ELSE ${measure} END AS back_of_variant
      FROM (
        SELECT ${SALE}, coalesce(by_product.back, 0) AS all_back, coalesce(by_variant.back, 0) AS variant_back,
          sum(lines.${measure}) OVER (
            PARTITION BY lines.site, lines.order_id, lines.currency, lines.product_id, lines.variant_id ORDER BY lines.line
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) - lines.${measure} AS sold_before
        FROM (SELECT * FROM sales WHERE {selection of site, product, fromMs, toMs}) AS lines
        LEFT JOIN (${returned(measure, inTime, RETURNED)}) AS by_product
          ON by_product.site = lines.site AND by_product.order_id = lines.order_id
          AND by_product.currency = lines.currency AND by_product.product_id = lines.product_id
        LEFT JOIN (${returned(measure, inTime, `${RETURNED}, variant_id`)}) AS by_variant
          ON by_variant.site = lines.site AND by_variant.order_id = lines.order_id
          AND by_variant.currency = lines.currency AND by_variant.product_id = lines.product_id
          AND by_variant.variant_id = lines.variant_id
      ) AS joined
    ) AS by_variant_filled
  ) AS by_product_filled`;

function returned(measure: string, inTime: string, key: string): string {
  return `
    SELECT ${key}, sum(${measure}) AS back
    FROM (
      SELECT given.site AS site, given.order_id AS order_id, given.currency AS currency, given.product_id AS product_id,
        given.variant_id AS variant_id, given.${measure} AS ${measure}, given.at_ms AS at_ms, placed.sold_ms AS sold_ms
      FROM returns AS given
      INNER JOIN (SELECT site, order_id, min(at_ms) AS sold_ms FROM sales GROUP BY site, order_id) AS placed
        ON placed.site = given.site AND placed.order_id = given.order_id
    ) AS given_back
    WHERE ${inTime}
    GROUP BY ${key}`;
}
