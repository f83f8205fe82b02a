/** The collector as its users run it: the built command, in a process of its own, with a data directory that stays. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLI } from '../../support/server/process.mjs';
import { freePort } from '../../support/webkit.mjs';
import { readStore } from './store.mjs';
import { holds } from './wait.mjs';

const READY_MS = 30_000;

const healthOf = (url) =>
  fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => (response.ok ? response.json() : undefined),
    () => undefined,
  );

/**
 * @param {{ env?: Record<string, string> }} [options] `env` goes over this process's own
 * @returns once it answers
 */
export async function startCollector({ env = {} } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'shoppable-faults-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child;
  let exited;
  /** The last of what it wrote to its standard error. */
  let said = '';

  /** @returns milliseconds until it answered */
  async function start(more = {}) {
    const from = performance.now();
    child = spawn(process.execPath, [CLI, 'serve'], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...env, ...more },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const { stderr } = child;
    stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-4_000);
    });
    exited = once(child, 'exit');
    const running = child;
    const ready = await holds(
      async () => running.exitCode !== null || (await healthOf(url)) !== undefined,
      READY_MS,
      10,
    );
    if (!ready || running.exitCode !== null) throw new Error(`The collector does not answer: ${said}`);
    return performance.now() - from;
  }

  const collector = {
    url,
    dataDir,
    start,
    get pid() {
      return child.pid;
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
    kill: () => collector.stop('SIGKILL'),
    isCaughtUp: async () => (await healthOf(url))?.caughtUp === true,
    /** Peak of the memory it had, in bytes; undefined where the system does not tell. */
    peakBytes() {
      const status = `/proc/${child.pid}/status`;
      if (!existsSync(status)) return undefined;
      return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1]) * 1024;
    },
    /** Lets the database catch up, closes the server and reads the database. */
    async rows() {
      if (child.exitCode !== null || child.signalCode !== null) await start();
      await holds(collector.isCaughtUp, 120_000, 100);
      await collector.stop();
      return readStore(dataDir);
    },
    async remove() {
      await collector.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await start();
  return collector;
}
