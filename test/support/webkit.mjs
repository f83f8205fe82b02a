import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** @returns {Promise<number>} a port that nobody listens on now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  return new Promise((resolve) => {
    // one that hangs hears only the second
    const hung = setTimeout(() => child.kill('SIGKILL'), 3_000);
    child.once('exit', () => {
      clearTimeout(hung);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** A screen of its own; the X server picks a free number and tells it through a pipe. */
async function startScreen(program) {
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`Xvfb ended with ${code}. Is another one running without a lock file?`)),
    );
    child.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  return { display, stop: () => end(child) };
}

async function answers(url) {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`WebKitWebDriver does not answer at ${url}.`);
}

/**
 * Starts what WebKit is driven by: a screen and a WebDriver.
 * @param {{ driver: string, screen: string }} browser
 * @param {number} port
 * @returns {Promise<{ stop(): Promise<void>, restart(): Promise<void> }>} `stop` ends both, `restart` takes a new WebDriver
 */
export async function startWebKit({ driver, screen }, port) {
  const { display, stop } = await startScreen(screen);
  const drive = async () => {
    const child = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
    });
    await answers(`http://127.0.0.1:${port}/status`);
    return child;
  };
  let child = await drive();
  return {
    async restart() {
      await end(child);
      child = await drive();
    },
    async stop() {
      await end(child);
      await stop();
    },
  };
}
