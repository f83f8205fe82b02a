import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pack, run, temporaryFolder, withoutRegistry } from './support.js';

describe('the packed package', { skip: await withoutRegistry() }, () => {
  let folder: string;
  let tarball: string;
  before(async () => {
    folder = await temporaryFolder();
    tarball = await pack(folder);
    cpSync(join(import.meta.dirname, 'tools'), folder, { recursive: true });
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', tarball], folder);
  });

  const examine = (script: string) => async () => {
    await run(process.execPath, [script, tarball], folder);
  };

  it('publint has nothing to say', examine('publint.mjs'));
  it('attw finds nothing wrong with the types of any entry', examine('types.mjs'));
  it('is imported in Node and in its workers, and leaves nothing behind', examine('imports.mjs'));
  it('is imported in an edge runtime', examine('edge.mjs'));
  it('tells an editor what there is to write', examine('editor.mjs'));
});
