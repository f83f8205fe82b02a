import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const root = resolve(import.meta.dirname, '../..');

/** Runs a program. @throws with all that it printed @returns what it printed on standard output */
export async function run(program: string, args: string[], cwd: string, env: Record<string, string> = {}) {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      cwd,
      env: { ...process.env, ...env },
      maxBuffer: 2 ** 26,
    });
    return stdout;
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    throw new Error(`${[program, ...args].join(' ')} in ${cwd}: ${code}\n${stdout}${stderr}`, { cause: error });
  }
}

/** A folder that goes when this file's tests are over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shoppable-video-packed-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Packs the package as it is published. @returns the tarball's path */
export async function pack(into: string): Promise<string> {
  const [{ filename }] = JSON.parse(await run('npm', ['pack', '--json', '--pack-destination', into], root));
  return join(into, filename);
}

/** What these tests install comes from npm's registry. @returns why it cannot, or false */
export async function withoutRegistry(): Promise<string | false> {
  const asked = run('npm', ['view', 'react@19.3.1', 'version', '--fetch-retries=0', '--fetch-timeout=20000'], root);
  const reason = await asked.then(
    () => false as const,
    () => 'npm’s registry does not answer',
  );
  if (reason) console.log(`SKIPPED ${process.argv[1]}: ${reason}. Nothing of the packed package was tested here.`);
  return reason;
}
