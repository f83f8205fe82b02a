/** The server as its users run it: the built command, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../../dist/server/cli.js', import.meta.url));

/**
 * Starts `shoppable-video serve` at any free port.
 * @param {string} dataDir
 * @param {{ env?: Record<string, string>, stderr?: 'inherit' | 'ignore' }} [options] `env` goes over this process's own
 * @returns once it answers, with the milliseconds that took
 */
export async function startServerProcess(dataDir, { env = {}, stderr = 'inherit' } = {}) {
  const started = performance.now();
  /** @type {import('node:child_process').ChildProcess} */
  const child = spawn(process.execPath, [CLI, 'serve'], {
    env: { ...process.env, HOST: '', PORT: '0', SETTINGS: '', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', stderr],
  });
  const exited = once(child, 'exit');
  const first = once(createInterface(child.stdout), 'line');
  const line = await Promise.race([first.then(([text]) => text), exited.then(() => undefined)]);
  if (line === undefined)
    throw new Error(`The server ended with ${child.exitCode ?? child.signalCode} before it listened.`);
  return {
    url: /http\S+/.exec(line)[0],
    child,
    readyMs: performance.now() - started,
    /** Ends it and waits for that. @returns its exit status, or the signal's name */
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code, by] = await exited;
      return code ?? by;
    },
  };
}

/** The whole of `/metrics` as numbers by name with labels. */
export async function readMetrics(url) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const rows = text.split('\n').filter((row) => row && !row.startsWith('#'));
  return Object.fromEntries(
    rows.map((row) => [row.slice(0, row.lastIndexOf(' ')), Number(row.slice(row.lastIndexOf(' ')))]),
  );
}
