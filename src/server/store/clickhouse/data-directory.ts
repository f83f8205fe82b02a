/** What a data directory needs where no database in it has a lock and a place in the journal. */
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../opening.js';

const exists = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EEXIST') throw error;
  return false;
};

/** Makes a file that is not there yet. @returns whether it was not */
const create = (path: string, text: string) => writeFile(path, text, { flag: 'wx' }).then(() => true, exists);

/**
 * The name by which a shared store knows how far it has got in this directory's journal. A copy of the directory would take
 * it along, and what two servers write under one name is missing: only one may run.
 */
export async function serverId(dataDir: string): Promise<string> {
  const path = join(dataDir, 'server-id');
  await create(path, randomUUID());
  const id = (await readFile(path, 'utf8')).trim();
  if (!/^[\w-]{8,64}$/.test(id)) {
    throw new Error(
      `${path} is damaged. Delete it: the journal is then read into ClickHouse once more, and counts once.`,
    );
  }
  return id;
}

/**
 * Takes the directory for this process; one that has died without giving it back does not hold it.
 * @throws when another process has it
 */
export async function lockDirectory(dataDir: string): Promise<{ close(): Promise<void> }> {
  const path = join(dataDir, 'lock');
  while (!(await create(path, String(process.pid)))) {
    const pid = Number(await readFile(path, 'utf8').catch(() => ''));
    if (pid && pid !== process.pid && isAlive(pid)) {
      const cure = 'Stop that one, or give this one a data directory of its own.';
      throw new Error(`${dataDir} is in use by another server, process ${pid}. ${cure}`);
    }
    await rm(path, { force: true });
  }
  return { close: () => rm(path, { force: true }) };
}
