/** Half a gigabyte, installed when it is first wanted. */
import { execFile } from 'node:child_process';
import { existsSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Names the process that installs. */
const LOCK = join(import.meta.dirname, '.installing');
/** What npm writes last: the folder of a package is there before all that is in it. */
const DONE = join(import.meta.dirname, 'node_modules/.package-lock.json');

function locked(): boolean {
  try {
    symlinkSync(String(process.pid), LOCK);
    return true;
  } catch {
    return false;
  }
}

/** Of a process that was killed the lock is left. */
function holderLives(): boolean {
  try {
    process.kill(Number(readlinkSync(LOCK)), 0);
    return true;
  } catch {
    return false;
  }
}

async function install(): Promise<void> {
  const quietly = ['--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  await promisify(execFile)('npm', ['install', ...quietly], { cwd: import.meta.dirname });
}

/** Test files run at the same time: one of them installs, and the others wait for it. @returns the module `chdb` */
export async function installed(): Promise<unknown> {
  while (!existsSync(DONE)) {
    if (!locked()) {
      if (!holderLives()) rmSync(LOCK, { force: true });
      await wait(100);
      continue;
    }
    try {
      if (!existsSync(DONE)) await install();
    } finally {
      rmSync(LOCK);
    }
  }
  return createRequire(import.meta.url)('chdb');
}
