/**
 * ClickHouse's HTTP interface in front of its engine in this process: what `@clickhouse/client` sends is run, one request at
 * a time, and answered. Prints its address. `POST /hold?at=before|after|nowhere` has inserts of events wait before or after
 * they are run; `GET /held` tells how many do.
 */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';

const { Session } = createRequire(import.meta.url)('chdb');
const session = new Session(process.argv[2], { connectionArgs: process.argv.slice(3) });

/** What the address has that is no setting. */
const OWN = new Set(['query', 'query_id', 'database', 'session_id', 'role']);
const text = (value) => `'${value.replace(/[\\']/g, '\\$&')}'`;

let turn = Promise.resolve();
let hold = 'nowhere';
let held = [];
const release = () => {
  for (const go of held) go();
  held = [];
};
const wait = () => new Promise((resolve) => held.push(resolve));

async function readRequest(request) {
  const parameters = new Map(new URL(request.url, 'http://here').searchParams);
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/')) {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) parameters.set(name, typeof value === 'string' ? value : await value.text());
    return { parameters, sql: parameters.get('query') };
  }
  const query = parameters.get('query');
  return { parameters, sql: query ? `${query}\n${body}` : body.toString() };
}

async function run({ parameters, sql }) {
  await session.queryAsync(`USE ${parameters.get('database') || 'default'}`, { format: 'Null' });
  for (const [name, value] of parameters) {
    if (!OWN.has(name)) await session.queryAsync(`SET ${name} = ${text(value)}`, { format: 'Null' });
  }
  return (await session.queryAsync(sql, { format: 'TabSeparated' })).bytes();
}

async function answer(request) {
  const asked = await readRequest(request);
  const holds = (at) => hold === at && /INSERT INTO \S*events_rows/i.test(asked.sql);
  if (holds('before')) await wait();
  const result = (turn = turn.catch(() => {}).then(() => run(asked)));
  const bytes = await result;
  if (holds('after')) await wait();
  return bytes;
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://here');
  if (pathname === '/hold') {
    hold = searchParams.get('at');
    if (hold === 'nowhere') release();
    return response.end();
  }
  if (pathname === '/held') return response.end(String(held.length));
  try {
    response.end(await answer(request));
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error.message));
  }
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
