/** A place between two lines of the journal: the number of a segment, and bytes from its beginning. */
export interface Position {
  readonly segment: number;
  readonly offset: number;
}

export const isBefore = (a: Position, b: Position): boolean =>
  a.segment < b.segment || (a.segment === b.segment && a.offset < b.offset);
