const text = (value) => (typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : String(value ?? ''));
const COLUMNS = ['value', 'unit', 'goal', 'reached', 'n', 'offered', 'stored', 'lost', 'duplicate', 'seed'];
const said = ({ reached }) => (reached === undefined ? '' : reached ? 'reached' : 'NOT REACHED');

/** A line per row; what was not reached says so. */
export function printTable(rows) {
  const lines = [
    ['name', ...COLUMNS],
    ...rows.map((row) => [
      row.name,
      ...COLUMNS.map((column) => (column === 'reached' ? said(row) : text(row[column]))),
    ]),
  ];
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  for (const line of lines)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    );
  for (const { name, acknowledgedLost, neverAcknowledgedLost, reportedLost, error } of rows) {
    if (error) console.log(`${name}: ${error}`);
    else if (acknowledgedLost || neverAcknowledgedLost)
      console.log(
        `${name}: lost ${acknowledgedLost} that were acknowledged and ${neverAcknowledgedLost} that never were` +
          (reportedLost === undefined ? '' : `; loss reports say ${reportedLost}`),
      );
  }
}
