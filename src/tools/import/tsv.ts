/**
 * The rows of a text file of tab-separated values. A value in quotation marks may hold tabs and line ends, and `""`
 * for one mark; a mark within a value that does not begin with one is an ordinary character.
 */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  const value = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  let row: string[] = [];
  const source = text.replace(/^\uFEFF/, '');
  while (value.lastIndex < source.length || row.length) {
    const at = value.lastIndex;
    let match = value.exec(source);
    if (!match) {
      // A quoted value that goes on behind its last mark: taken as it is written.
      const plain = /([^\t\r\n]*)(\t|\r\n|\r|\n|$)/y;
      plain.lastIndex = at;
      const taken = plain.exec(source)!;
      match = [taken[0], undefined, taken[1], taken[2]] as unknown as RegExpExecArray;
      value.lastIndex = plain.lastIndex;
    }
    const [, quoted, bare = '', end] = match;
    row.push(quoted?.replace(/""/g, '"') ?? bare);
    if (end === '\t') continue;
    if (row.some((cell) => cell.trim())) rows.push(row);
    row = [];
  }
  return rows;
}
