import type { Finding, Severity } from '../../tools/lint/finding.js';
import { lintManifest } from '../../tools/lint/lint.js';
import { type Command, UsageError } from '../command.js';
import { isUrl, readJson } from '../input.js';

/** Stands for the address that a file will have: only whether it is https: matters. */
const SOMEWHERE = 'https://manifest.invalid/';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

interface Report {
  readonly file: string;
  readonly findings: readonly Finding[];
}

const counted = (reports: readonly Report[]) => {
  const all = reports.flatMap(({ findings }) => findings);
  const count = (wanted: Severity) => all.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note') };
};

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

function shown(reports: readonly Report[]): string {
  const lines = reports.flatMap(({ file, findings }) => [
    file,
    ...findings.flatMap(({ severity, path, code, message, cure }) => [
      `  ${severity.padEnd(8)} ${path || 'the manifest'} ${message} [${code}]`,
      `           ${cure}`,
    ]),
  ]);
  const { errors, warnings, notes } = counted(reports);
  return [...lines, [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')].join(', ')].join(
    '\n',
  );
}

export const command: Command = {
  usage: `Usage: shoppable-video lint [options] <manifest>...

Finds what is wrong with a manifest: what the player would leave out, hotspots that cannot be reached or hit on a small
phone, prices, addresses, and what is missing for people who do not see or hear.

  --base <url>  the address that the manifest will have, where it is read from a file
  --strict      warnings count as errors
  --quiet       errors only
  --json        prints { files: [{ file, findings }], errors, warnings, notes }

Exit code: 0 no error, 1 errors, 2 not asked rightly or not readable.`,
  options: {
    base: { type: 'string' },
    strict: { type: 'boolean' },
    quiet: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(files, options, io) {
    if (!files.length) throw new UsageError('Name a file, an address or -.');
    const base = options.text('base');
    if (base !== undefined && !isUrl(base)) throw new UsageError('--base must be an absolute http(s) address.');
    const reports: Report[] = [];
    for (const file of files) {
      const found = lintManifest(await readJson(file, io), base ?? (isUrl(file) ? file : SOMEWHERE));
      const kept = SEVERITIES.slice(0, options.has('quiet') ? 1 : SEVERITIES.length);
      reports.push({ file, findings: found.filter(({ severity }) => kept.includes(severity)) });
    }
    const sums = counted(reports);
    io.out(options.has('json') ? JSON.stringify({ files: reports, ...sums }, null, 2) : shown(reports));
    return sums.errors || (options.has('strict') && sums.warnings) ? 1 : 0;
  },
};
