import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type BuildOptions, build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { serveFolder } from '../../demo/server/files.mjs';
import { findBrowsers } from '../support/browsers.mjs';
import { startSite } from '../support/site.mjs';
import { pack, root, run, temporaryFolder, withoutRegistry } from './support.js';

/** Each with mistakes that its type check must find: in which file, what is written there, and what is written instead. */
const FRAMEWORKS: Record<string, [file: string, right: string, wrong: string][]> = {
  react: [
    ['src/page.tsx', 'fit="contain"', 'fit="stretch"'],
    ['src/page.tsx', 'event.reply', 'event.rows'],
  ],
  vue: [
    ['src/Page.vue', 'fit="contain"', 'fit="stretch"'],
    ['src/Page.vue', '(event: AddToCartEvent)', '(event: { rows: string[] })'],
  ],
  svelte: [
    ['src/Page.svelte', 'fit="contain"', 'fit="stretch"'],
    ['src/Page.svelte', 'event.lines', 'event.rows'],
  ],
  // Angular looks at the types of events, but not at those of an element's properties.
  angular: [['src/page.ts', 'add($event)', 'add($event.rows)']],
  typescript: [
    ['src/main.ts', "fit = 'contain'", "fit = 'stretch'"],
    ['src/main.ts', 'event.lines', 'event.rows'],
  ],
};
const NAMES = Object.keys(FRAMEWORKS);

const { browsers, skipped } = await findBrowsers((engine) => engine === 'chromium');
for (const sentence of skipped) console.log(`SKIPPED ${sentence}`);
const skip = (await withoutRegistry()) || skipped[0] || false;

/** An example may have been installed and built where it lies. */
const isSource = (path: string) => !/[\\/](node_modules|dist|\.angular)$/.test(path);

describe('a page of each framework, built from the packed package', { skip }, () => {
  let folder: string;
  let site: { url: string; stop(): Promise<void> };
  let browser: Browser;

  before(async () => {
    folder = await temporaryFolder();
    const tarball = await pack(folder);
    // One installation for all: they share most of what they need.
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, workspaces: NAMES }));
    for (const name of NAMES) {
      cpSync(join(root, 'demo/frameworks', name), join(folder, name), { recursive: true, filter: isSource });
      const file = join(folder, name, 'package.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      manifest.dependencies['shoppable-video'] = `file:${tarball}`;
      writeFileSync(file, JSON.stringify(manifest));
    }
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder);
    site = await startSite((app) => {
      for (const name of NAMES)
        app.get(`/with/${name}/*`, serveFolder(join(folder, name, 'dist'), { below: `/with/${name}/` }));
    });
    browser = await puppeteer.launch({
      executablePath: browsers[0]!.program,
      userDataDir: mkdtempSync(join(folder, 'profile-')),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  const script = (name: string, what: string) => run('npm', ['run', '--silent', what], join(folder, name));

  /** Opens a page, plays its film, and puts a product into its cart. */
  async function shop(path: string, use: (page: Page) => Promise<void> = async () => {}): Promise<void> {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => /^(warn|error)/.test(message.type()) && said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(`${site.url}${path}`);
    await page.locator('shoppable-video >>> [part=play]').click();
    const playing = () => (document.querySelector('shoppable-video')?.currentTime ?? 0) > 1;
    await page.waitForFunction(playing, { timeout: 20_000 });
    await page.evaluate(() => document.querySelector('shoppable-video')!.openProduct('beans'));
    await page.locator('shoppable-video >>> [part=add-to-cart]').click();
    const counted = () => document.querySelector('output')?.textContent?.trim() === '1 in the cart';
    await page.waitForFunction(counted, { timeout: 10_000 });
    await page.locator('shoppable-shelf >>> [part=shelf__item]').wait();
    await use(page);
    assert.deepEqual(said, [], 'warnings and errors in the console');
    await page.close();
  }

  for (const [name, mistakes] of Object.entries(FRAMEWORKS)) {
    it(`${name}: its types are right, and wrong ones are found`, async () => {
      await script(name, 'check');
      for (const [file, right, wrong] of mistakes) {
        const path = join(folder, name, file);
        const text = readFileSync(path, 'utf8');
        assert.ok(text.includes(right), `${file} has ${right}`);
        writeFileSync(path, text.replace(right, wrong));
        await assert.rejects(script(name, 'check'), (error: Error) => /stretch|rows/.test(error.message), wrong);
        writeFileSync(path, text);
      }
    });

    it(`${name}: the film plays and sells`, async () => {
      await script(name, 'build');
      await shop(`/with/${name}/`);
    });
  }

  describe('React in StrictMode, in its development build', () => {
    /** All that a player tells, from its first moment. */
    const HEAR = `<script>
      heard = [];
      for (const type of ['shoppable-beacon', 'shoppable-ready', 'shoppable-manifest-loaded', 'shoppable-add-to-cart'])
        addEventListener(type, ({ record }) => heard.push(record ? 'beacon ' + record.type : type));
    </script>`;

    const bundle = (entry: string, outfile: string, options: BuildOptions) =>
      build({
        entryPoints: [join(folder, 'react', entry)],
        outfile: join(folder, 'react', outfile),
        bundle: true,
        format: 'esm',
        jsx: 'automatic',
        define: { 'process.env.NODE_ENV': '"development"' },
        ...options,
      });

    const page = (app: string, file: string) =>
      `<!doctype html><meta charset="utf-8"><div id="app">${app}</div>${HEAR}<script type="module" src="${file}"></script>`;

    async function tellsOnce(path: string): Promise<void> {
      await shop(path, async (opened) => {
        await opened.evaluate(() => document.querySelector('shoppable-video')!.setAttribute('consent', 'granted'));
        const all = () => opened.evaluate('heard') as Promise<string[]>;
        await opened.waitForFunction(`heard.includes('beacon cart_change')`);
        const once = ['shoppable-ready', 'shoppable-manifest-loaded', 'shoppable-add-to-cart'];
        const wanted = [
          ...once,
          ...['view_start', 'player_opportunity', 'cart_change'].map((type) => `beacon ${type}`),
        ];
        const heard = await all();
        for (const type of wanted) assert.equal(heard.filter((each) => each === type).length, 1, `${type} in ${heard}`);
        const videos = await opened.evaluate(
          () => document.querySelector('shoppable-video')!.shadowRoot!.querySelectorAll('video').length,
        );
        assert.equal(videos, 1, 'videos');
      });
    }

    it('mounts one player, which tells everything once', async () => {
      await bundle('src/main.tsx', 'dist/strict.js', {});
      writeFileSync(join(folder, 'react/dist/strict.html'), page('', 'strict.js'));
      await tellsOnce('/with/react/strict.html');
    });

    it('takes over what a server has rendered', async () => {
      cpSync(join(import.meta.dirname, 'react'), join(folder, 'react/test'), { recursive: true });
      await bundle('test/server.tsx', 'test/server.mjs', { platform: 'node', packages: 'external' });
      const rendered = await run(process.execPath, ['test/server.mjs'], join(folder, 'react'));
      assert.match(rendered, /<shoppable-video[^>]* manifest="\/media\/coffee\/manifest.json"/);
      assert.match(rendered, /<shoppable-shelf[^>]* for="film"/);
      await bundle('test/hydrated.tsx', 'dist/hydrated.js', {});
      writeFileSync(join(folder, 'react/dist/hydrated.html'), page(rendered.trim(), 'hydrated.js'));
      await tellsOnce('/with/react/hydrated.html');
    });
  });
});
