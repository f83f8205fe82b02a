import type { Dialect } from './dialect.js';

export const duckdb: Dialect = {
  name: 'duckdb',
  divide: (dividend, divisor) => `(${dividend}) // (${divisor})`,
  argMax: (what, by) => `arg_max(${what}, ${by})`,
  argMin: (what, by) => `arg_min(${what}, ${by})`,
  each: (from, to) => `unnest(range(${from}, ${to}))`,
};
