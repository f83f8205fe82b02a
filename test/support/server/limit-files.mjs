import { execFileSync } from 'node:child_process';

/** Whether files can be kept from growing (prlimit of util-linux). */
export const canLimitFiles = (() => {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/**
 * No file of this process may be written beyond so many bytes.
 * @param {number} pid
 * @param {number} [bytes] without it there is no bound any more
 */
export const limitFiles = (pid, bytes) =>
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`]);
