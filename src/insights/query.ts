/** Asks the store. Parameters are named; whole numbers come back as numbers. */
export type Query = (
  sql: string,
  parameters: Readonly<Record<string, string | number>>,
) => Promise<Record<string, unknown>[]>;
