/**
 * Loaded into the collector's process before it (`NODE_OPTIONS=--import=…`): its journal meets the disk that the file
 * named in `FAULTS_DISK` describes. A full, a read-only and a dying disk are had so on any system and by any user.
 */
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const control = process.env.FAULTS_DISK;

function fault() {
  try {
    return JSON.parse(readFileSync(control, 'utf8'));
  } catch {
    return {};
  }
}

const failure = (code, call) => Object.assign(new Error(`${code}: ${call}`), { code, syscall: call });

async function patch() {
  const handle = await open(fileURLToPath(import.meta.url));
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  const { write, writev, datasync, sync } = prototype;
  for (const [name, real] of Object.entries({ write, writev }))
    prototype[name] = async function (...parts) {
      const { write: code } = fault();
      if (code) throw failure(code, name);
      return real.apply(this, parts);
    };
  for (const [name, real] of Object.entries({ datasync, sync }))
    prototype[name] = async function (...parts) {
      const { sync: code, syncMs } = fault();
      if (syncMs) await new Promise((resolve) => setTimeout(resolve, syncMs));
      if (code) throw failure(code, name);
      return real.apply(this, parts);
    };
}

if (control) await patch();
