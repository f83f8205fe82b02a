/**
 * Loaded into the server's process before it (`NODE_OPTIONS=--import=…`): the thread of its store dies, once, whenever the
 * file that `STORE_DIES` names is made.
 */
import { existsSync, rmSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.STORE_DIES;

function look() {
  if (!existsSync(file)) return;
  rmSync(file);
  process.exit(1);
}

if (file && !isMainThread) {
  look();
  setInterval(look, 20).unref();
}
