import { copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a build and a release read. */
const SOURCES = ['src', 'test/docs', 'test/release', 'rollup.config.mjs', 'package.json', 'tsconfig.json'];
const MORE = ['tsconfig.build.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/** The same files under other names take no room and no time; on another disk they have to be copied. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name === '.cache') continue;
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
    else {
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
    }
  }
}

/** Copies the project into a folder of its own, which goes with the process. @returns where it is */
export function copyOfProject(name: string): string {
  const parent = mkdtempSync(join(tmpdir(), 'shoppable-video-copy-'));
  process.once('exit', () => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  mkdirSync(folder);
  for (const path of [...SOURCES, ...MORE]) cpSync(path, join(folder, path), { recursive: true });
  linkFolder('node_modules', join(folder, 'node_modules'));
  return folder;
}
