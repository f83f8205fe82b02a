export type Value = string | number | boolean | undefined;

/** A column, and how it is read of what its table keeps. A `BIGINT` may still have a fraction there. */
export interface Column<Row> {
  readonly name: string;
  readonly type: 'UUID' | 'VARCHAR' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN';
  readonly of: (row: Row) => Value;
}

/** Times are Unix milliseconds, positions milliseconds of media time, money minor units; what is absent is NULL. */
export interface Table<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
}
