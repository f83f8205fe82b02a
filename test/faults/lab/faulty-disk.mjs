import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk that fails on demand: the environment of a collector, and what it does from now on (see `disk.mjs`). */
export function createFaultyDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'shoppable-faults-disk-'));
  const control = join(folder, 'disk.json');
  const set = (fault = {}) => writeFileSync(control, JSON.stringify(fault));
  set();
  return {
    env: { FAULTS_DISK: control, NODE_OPTIONS: `--import=${new URL('disk.mjs', import.meta.url).href}` },
    set,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
