import type { Dialect } from './dialect.js';

/** Of ClickHouse 24 and later. */
export const clickhouse: Dialect = {
  name: 'clickhouse',
  divide: (dividend, divisor) => `intDiv(${dividend}, ${divisor})`,
  argMax: (what, by) => `argMax(${what}, ${by})`,
  argMin: (what, by) => `argMin(${what}, ${by})`,
  each: (from, to) => `arrayJoin(range(${from}, ${to}))`,
};

/** Without them ClickHouse answers, but not what standard SQL would. */
export const SETTINGS = {
  // what a join does not find, and what is made of no rows, is NULL, and not 0 or ''
  join_use_nulls: 1,
  aggregate_functions_null_for_empty: 1,
  group_by_use_nulls: 1,
  cast_keep_nullable: 1,
  // an alias that is called as a column does not stand for it in WHERE
  prefer_column_name_to_alias: 1,
  union_default_mode: 'DISTINCT',
  // a shard that knows only its own rows does not join alone: what is joined to them comes from all
  distributed_product_mode: 'global',
  // numbers in JSON, and no NaN
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_denormals: 0,
} as const;

/** A text, a quoted name or a comment, in which nothing is a parameter; or a parameter. */
const PARTS = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]\w*)/g;

const typeOf = (value: string | number) =>
  typeof value === 'string' ? 'String' : Number.isSafeInteger(value) ? 'Int64' : 'Float64';

/**
 * The SQL of a metric with its parameters as ClickHouse writes them: `$site` becomes `{site:String}`.
 * @throws when one has no value
 */
export function typed(sql: string, parameters: Readonly<Record<string, string | number>>): string {
  return sql.replace(PARTS, (part, name?: string) => {
    if (name === undefined) return part;
    const value = parameters[name];
    if (value === undefined) throw new Error(`The parameter $${name} has no value.`);
    return `{${name}:${typeOf(value)}}`;
  });
}
