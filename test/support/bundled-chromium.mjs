import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** The last version that runs on Node 20. */
const PACKAGE = '@sparticuz/chromium@143.0.4';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/shoppable-video', import.meta.url));

/**
 * Installs a Chromium that comes inside an npm package into the project's own cache, once.
 * @returns {Promise<string>} the program's path
 */
export async function bringChromium() {
  const folder = join(CACHE, 'node_modules/@sparticuz/chromium');
  if (!existsSync(folder)) {
    console.log(`No Chrome or Chromium was found: ${PACKAGE} is installed into ${CACHE}.`);
    await promisify(execFile)('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', CACHE, PACKAGE]);
  }
  const { default: chromium } = await import(pathToFileURL(join(folder, 'build/esm/index.js')).href);
  return chromium.executablePath();
}
