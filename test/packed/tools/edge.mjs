/** Imports every entry in the runtime of Cloudflare's workers, and asks it for what came of it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import * as react from 'react';
import workerd from 'workerd';
import { entries, home } from './entries.mjs';

/** These open sockets and files: they are Node's alone. */
const wanted = entries.filter(({ file }) => !file.startsWith('./dist/server/'));
const dist = fileURLToPath(new URL('dist/', home));

const files = readdirSync(dist, { recursive: true }).filter(
  (file) => file.endsWith('.js') && !/^server|\.classic\.js$/.test(file),
);
writeFileSync(
  `${dist}/main.js`,
  `${wanted.map(({ file }, index) => `import * as m${index} from '${file.replace('/dist', '')}';`).join('\n')}
   export default { fetch: () => Response.json([${wanted.map((_, index) => `Object.keys(m${index})`)}]) };`,
);
buildSync({
  // It is no module by itself, so that its names have to be told.
  stdin: {
    contents: `export { ${Object.keys(react).filter((name) => /^\w+$/.test(name) && name !== 'default')} } from 'react';`,
    resolveDir: fileURLToPath(new URL('.', import.meta.url)),
  },
  bundle: true,
  format: 'esm',
  outfile: `${dist}/react-itself.js`,
});

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});
const module = (name, file = name) => `(name = "${name}", esModule = embed "${file}")`;
writeFileSync(
  `${dist}/edge.capnp`,
  `using Workerd = import "/workerd/workerd.capnp";
   const config :Workerd.Config = (
     services = [(name = "main", worker = .main)],
     sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);
   const main :Workerd.Worker = (
     modules = [${['main.js', ...files].map((file) => module(file)).join(', ')}, ${module('react', 'react-itself.js')}],
     compatibilityDate = "2026-01-01");`,
);

const server = spawn(workerd.default, ['serve', 'edge.capnp'], { cwd: dist, stdio: ['ignore', 'ignore', 'pipe'] });
let said = '';
server.stderr.on('data', (text) => {
  said += text;
});
try {
  let answer;
  while (!answer && server.exitCode === null) {
    answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(answer?.status, 200, said);
  assert.ok((await answer.json())[0].includes('ShoppableVideo'));
} finally {
  server.kill();
}
