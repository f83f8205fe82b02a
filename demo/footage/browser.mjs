// A page with the scene in headless Chromium, served from this folder; pictures come back by POST.
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';

const here = import.meta.dirname;
const types = { '.html': 'text/html', '.js': 'text/javascript' };

function chrome() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  for (const folder of process.env.PATH.split(delimiter)) {
    for (const name of ['chromium', 'google-chrome', 'chromium-browser', 'chrome']) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error('No Chromium on the PATH; set CHROME_PATH.');
}

export async function openPage() {
  const wanted = new Map(); // id -> file for a posted picture
  const server = createServer(async (request, response) => {
    try {
      const path = new URL(request.url, 'http://localhost').pathname;
      if (request.method === 'POST') {
        const parts = [];
        for await (const part of request) parts.push(part);
        await writeFile(wanted.get(path), Buffer.concat(parts));
        response.end();
        return;
      }
      const body = await readFile(join(here, normalize(path)));
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const profile = await mkdtemp(join(tmpdir(), 'footage-'));
  const browser = await puppeteer.launch({
    executablePath: chrome(), headless: true, userDataDir: profile, protocolTimeout: 0,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const page = await browser.newPage();
  page.on('console', (message) => console.log(`[page] ${message.text()}`));
  page.on('pageerror', (error) => console.error(`[page] ${error}`));
  await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
  await page.waitForFunction('window.footage', { timeout: 30000 });
  return {
    page,
    // The address to which the page sends the picture for this file.
    to(file) {
      const path = `/picture/${wanted.size}`;
      wanted.set(path, file);
      return path;
    },
    async close() {
      await browser.close();
      server.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
