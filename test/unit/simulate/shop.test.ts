import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buyers, clickThrough } from '../../../src/simulate/chances.js';
import { clickShares } from '../../../src/simulate/choosing.js';
import { createDraw } from '../../../src/simulate/draw.js';
import { makeSeason } from '../../../src/simulate/season.js';
import { coffee } from '../../../src/simulate/shop/coffee.js';
import { PRODUCTS } from '../../../src/simulate/shop/products.js';
import { VIDEOS } from '../../../src/simulate/shop/videos.js';
import { meanWatchedS, stillWatching, watchedS } from '../../../src/simulate/watching.js';

const manifest = JSON.parse(readFileSync(new URL('../../../demo/media/coffee/manifest.json', import.meta.url), 'utf8'));

test('the film of the demo is as its manifest has it', () => {
  const { id, title, duration, campaign } = manifest;
  assert.deepEqual(
    { id, title, duration, campaign },
    {
      id: coffee.id,
      title: coffee.title,
      duration: coffee.duration,
      campaign: coffee.campaign,
    },
  );
  assert.deepEqual(
    coffee.hotspots,
    manifest.hotspots.map(({ id, product, start, end }: Record<string, unknown>) => ({ id, product, start, end })),
  );
  assert.deepEqual(
    coffee.segments.map(({ host: _, ...segment }) => segment),
    manifest.segments,
  );
  for (const product of Object.values(PRODUCTS)) {
    const found = manifest.products.find(({ id }: { id: string }) => id === product.id);
    assert.equal(product.minor, found.price.minor, product.id);
    const variants = ('variants' in product && product.variants) || [];
    for (const variant of variants)
      assert.ok(
        found.variants.some(({ id }: { id: string }) => id === variant),
        variant,
      );
  }
});

test('what is drawn is as likely as it is said to be', () => {
  const draw = createDraw(5);
  const n = 40_000;
  for (const video of VIDEOS) {
    const watched = Array.from({ length: n }, () => watchedS(video, draw));
    const mean = watched.reduce((sum, seconds) => sum + seconds, 0) / n;
    assert.ok(Math.abs(mean / meanWatchedS(video) - 1) < 0.01, `${video.id}: ${mean}, said ${meanWatchedS(video)}`);
    const half = video.duration / 2;
    const share = watched.filter((seconds) => seconds >= half).length / n;
    assert.ok(Math.abs(share - stillWatching(video, half)) < 0.01, `${video.id} at ${half}: ${share}`);
    const shares = [...clickShares(video).values()].reduce((sum, one) => sum + one, 0);
    assert.ok(Math.abs(shares - 1) < 0.001, `${video.id}: the shares of products come to ${shares}`);
    assert.ok(clickThrough(video) > 0 && clickThrough(video) < 1);
    for (const arm of video.experiment?.arms ?? []) assert.ok(buyers(video, arm) > 0 && buyers(video, arm) < 0.5);
  }
});

test('a season is the same for a seed, and another for another', () => {
  const options = { site: 'simulated', seed: 1, days: 3, viewers: 100, endMs: Date.UTC(2025, 5, 30) };
  const one = JSON.stringify(makeSeason(options));
  assert.equal(JSON.stringify(makeSeason(options)), one);
  assert.notEqual(JSON.stringify(makeSeason({ ...options, seed: 2 })), one);
});

test('nothing of a season is before its beginning or after its end, and more comes in the evening', () => {
  const endMs = Date.UTC(2025, 5, 30);
  const { tellings } = makeSeason({ site: 'simulated', seed: 3, days: 14, viewers: 2000, endMs });
  const times = tellings.map(({ receivedMs }) => receivedMs);
  assert.ok(Math.min(...times) >= endMs - 14 * 86_400_000 && Math.max(...times) <= endMs);
  const hours = tellings.flatMap(({ door, receivedMs }) =>
    door === '/v1/beacons' ? [new Date(receivedMs).getUTCHours()] : [],
  );
  const at = (hour: number) => hours.filter((one) => one === hour).length;
  assert.ok(at(20) > 5 * at(3), `${at(20)} at eight in the evening, ${at(3)} at three in the morning`);
});
