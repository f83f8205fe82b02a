import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Window } from 'happy-dom';
import { rawProductCount, rawSources, readManifest } from '../../../src/element/manifest-source.js';

const answers: Record<string, [status: number, body: string]> = {
  '/good.json': [200, '{"version":1}'],
  '/page.json': [200, '<!doctype html><title>Not found</title>'],
};
const server = createServer(({ url }, response) => {
  const [status, body] = answers[url!] ?? [404, 'no'];
  response.writeHead(status).end(body);
});
let origin = '';
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
after(() => server.close());

function element(html = ''): HTMLElement {
  const window = new Window({ url: `${origin}/shop/` });
  window.document.body.innerHTML = `<div>${html}</div>`;
  return window.document.body.firstElementChild as unknown as HTMLElement;
}
const read = (given: unknown, html?: string) => readManifest(element(html), given, new AbortController().signal);
const refusal = (code: string) => (error: { code?: string }) => error.code === code;

test('an address is fetched and becomes the base of what is relative in it', async () => {
  assert.deepEqual(await read('/good.json'), { value: { version: 1 }, baseUrl: `${origin}/good.json` });
});
test('an object or a child script needs no request, and the page is the base', async () => {
  assert.deepEqual(await read({ version: 1 }), { value: { version: 1 }, baseUrl: `${origin}/shop/` });
  const script = '<script type="application/json">{"id":"child"}</script>';
  assert.deepEqual(await read(undefined, script), { value: { id: 'child' }, baseUrl: `${origin}/shop/` });
});
test('each way to fail has its code', async () => {
  await assert.rejects(read('/lost.json'), refusal('manifest-unreachable'));
  await assert.rejects(read('http://127.0.0.1:1/x.json'), refusal('manifest-unreachable'));
  await assert.rejects(read('javascript:alert(1)'), refusal('manifest-unreachable'));
  await assert.rejects(read('/page.json'), refusal('manifest-not-json'));
  await assert.rejects(read(undefined), refusal('manifest-missing'));
});
test('sources that are not http(s), or no sources at all, are left out', () => {
  const raw = (value: unknown) => rawSources({ value, baseUrl: 'https://shop.example/v/' });
  const sources = [
    { src: 'a.mp4', type: 'video/mp4' },
    { src: 'javascript:1', type: 'video/mp4' },
    { src: 'b.mp4' },
    null,
    7,
  ];
  assert.deepEqual(raw({ media: { sources } }), [{ src: 'https://shop.example/v/a.mp4', type: 'video/mp4' }]);
  for (const bad of [null, 'text', {}, { media: { sources: 'a.mp4' } }]) assert.deepEqual(raw(bad), []);
  assert.equal(rawProductCount({ products: 'many' }), 0);
});
