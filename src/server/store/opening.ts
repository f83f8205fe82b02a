import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** Of the database and its write-ahead log. */
const SUFFIXES = ['', '.wal'];

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function lastAttempt(marker: string): Promise<{ pid: number; deaths: number } | undefined> {
  const text = await readFile(marker, 'utf8').catch(() => '');
  const [pid, deaths] = text.split(' ').map(Number);
  return pid && deaths !== undefined ? { pid, deaths } : undefined;
}

/**
 * Notes in a file beside the database that it is being opened. A damaged one can end the whole process while its log is
 * replayed, which nothing in the process can catch; without a note the server would die again at each start.
 */
export async function noteOpening(path: string): Promise<{ readonly deaths: number; survived(): Promise<void> }> {
  const marker = `${path}.opening`;
  const last = await lastAttempt(marker);
  if (last && last.pid !== process.pid && isAlive(last.pid)) return { deaths: 0, survived: async () => {} };
  const deaths = last ? last.deaths + 1 : 0;
  // a disk that takes no note is no reason not to try
  await writeFile(marker, `${process.pid} ${deaths}`).catch(() => {});
  return { deaths, survived: () => rm(marker, { force: true }) };
}

/** Takes a closed database out of the way. One is kept: it may hold what the journal no longer does. */
export async function setAside(path: string): Promise<void> {
  for (const suffix of SUFFIXES) {
    await rename(path + suffix, `${path}.old${suffix}`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return rm(`${path}.old${suffix}`, { force: true });
    });
  }
}
