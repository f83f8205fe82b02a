/** Compares what a tab shows with a picture of before. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';

/** How far two cells may be apart, of 255, and what share of them may be further. */
const APART = 40;
const SHARE = 0.03;

/** The share of cells that differ, as Chromium's own canvas decodes and shrinks both pictures. */
const differs = (tab: Page, a: string, b: string) =>
  tab.evaluate(
    async (sources, apart) => {
      const cells = await Promise.all(
        sources.map(async (src) => {
          const image = await createImageBitmap(await (await fetch(src)).blob());
          const canvas = new OffscreenCanvas(Math.ceil(image.width / 4), Math.ceil(image.height / 4));
          const context = canvas.getContext('2d')!;
          context.imageSmoothingQuality = 'high';
          context.drawImage(image, 0, 0, canvas.width, canvas.height);
          return context.getImageData(0, 0, canvas.width, canvas.height);
        }),
      );
      const [one, other] = cells as [ImageData, ImageData];
      if (one.width !== other.width || one.height !== other.height) return 1;
      let different = 0;
      for (let i = 0; i < one.data.length; i += 4)
        if ([0, 1, 2].some((n) => Math.abs(one.data[i + n]! - other.data[i + n]!) > apart)) different += 1;
      return different / (one.data.length / 4);
    },
    [a, b],
    APART,
  );

const uri = (picture: Buffer) => `data:image/webp;base64,${picture.toString('base64')}`;

/** With `UPDATE=1` it takes the picture; else it fails where more than a small share differs, and keeps what is seen. */
export async function compare(t: TestContext, tab: Page, file: URL): Promise<void> {
  const name = file.pathname.split('/').at(-1)!;
  const take = async () => Buffer.from(await tab.screenshot({ type: 'webp', quality: 70 }));
  let taken = await take();
  if (process.env.UPDATE || !existsSync(file)) {
    assert.ok(process.env.UPDATE, `there is no picture ${name}: UPDATE=1 takes it`);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, taken);
    return;
  }
  let share = await differs(tab, uri(readFileSync(file)), uri(taken));
  // A computer with much to do may still be drawing.
  for (let tries = 0; share > SHARE && tries < 4; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    taken = await take();
    share = await differs(tab, uri(readFileSync(file)), uri(taken));
  }
  t.diagnostic(`${name}: ${(share * 100).toFixed(2)} % differ`);
  if (share <= SHARE) return;
  const seen = new URL(`../../node_modules/.cache/looks/${name}`, import.meta.url);
  mkdirSync(new URL('.', seen), { recursive: true });
  writeFileSync(seen, taken);
  assert.fail(`${name}: ${(share * 100).toFixed(1)} % differ; what is seen lies in ${seen.pathname}`);
}
