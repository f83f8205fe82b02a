import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { run } from '../../../src/cli/run.js';

/** An empty folder that goes with the tests. */
export function folder(): (name: string) => string {
  const path = mkdtempSync(join(tmpdir(), 'shoppable-video-cli-'));
  after(() => rmSync(path, { recursive: true, force: true }));
  return (name) => join(path, name);
}

/** Runs a command line in this process. */
export async function shoppable(args: readonly string[], stdin = '') {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    stdin: async () => new TextEncoder().encode(stdin),
    env: {},
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
