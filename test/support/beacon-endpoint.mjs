import { once } from 'node:events';
import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After, Accept-Encoding',
  'Access-Control-Allow-Headers': '*',
};

const unpacked = (body) => (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString();
const fits = ({ over = 0, product, packed }, { events, gzip }) =>
  events.length > over &&
  (product === undefined || events.some(({ productId }) => productId === product)) &&
  (packed === undefined || packed === gzip);

/**
 * A receiver on another origin than the page, told over HTTP what to answer. `POST /NAME` takes a batch; `PUT /NAME` takes
 * rules, of which the first that fits answers: `{ status, headers?, body?, delayMs?, times?, over?, product?, packed? }`,
 * where `over` is a number of events, `product` an id that is among them, `packed` whether it came compressed. Without one
 * the answer is 204. `GET /NAME` says what came.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startBeaconEndpoint() {
  const endpoints = new Map();
  const at = (path) => {
    if (!endpoints.has(path)) endpoints.set(path, { rules: [], requests: [] });
    return endpoints.get(path);
  };
  const server = createServer(async (request, response) => {
    const chunks = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return;
    }
    const body = Buffer.concat(chunks);
    const { rules, requests } = at(request.url);
    if (request.method === 'GET') {
      response.writeHead(200, { ...CORS, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(requests));
      return;
    }
    if (request.method === 'PUT') rules.splice(0, rules.length, ...JSON.parse(body.toString()));
    if (request.method !== 'POST') {
      if (request.headers['access-control-request-method'] === 'POST') requests.push({ preflight: true, events: [] });
      response.writeHead(204, { ...CORS, 'Access-Control-Allow-Methods': 'GET, PUT, POST' }).end();
      return;
    }
    const batch = JSON.parse(unpacked(body));
    const came = {
      events: batch.events ?? batch.batch,
      gzip: body[0] === 0x1f,
      bytes: body.length,
      type: request.headers['content-type'],
      encoding: request.headers['content-encoding'],
      cookie: request.headers.cookie,
      body: batch,
    };
    const rule = rules.find((one) => (one.times ?? 1) > 0 && fits(one, came)) ?? { status: 204 };
    if (rule.times) rule.times -= 1;
    came.status = rule.status;
    requests.push(came);
    if (rule.delayMs) await new Promise((resolve) => setTimeout(resolve, rule.delayMs));
    if (!rule.status) return request.socket.destroy();
    response.writeHead(rule.status, { ...CORS, ...rule.headers }).end(rule.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
