import type { Insight } from '../../insights/insight.js';

/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * An answer's rows as CSV (RFC 4180, with a head). Shares of bots and losses stand in each row; null is an empty cell, and a text
 * that begins as a formula does gets an apostrophe before it.
 * @param by the dimension, which is the first column
 */
export function toCsv({ rows, botShare, lossShare }: Insight, by: string): string {
  const columns = [...new Set([by, ...rows.flatMap((row) => Object.keys(row))])];
  const names = rows.length ? columns : [by, 'n', 'value', 'low', 'high'];
  const lines = rows.map((row) => [...names.map((name) => row[name]), botShare, lossShare]);
  return [[...names, 'botShare', 'lossShare'], ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
