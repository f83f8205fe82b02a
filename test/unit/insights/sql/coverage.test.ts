/** What SQL makes of ranges that lie anyhow, against a count of every moment by itself. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { Insight } from '../../../../src/insights/insight.js';
import type { StoredEvent } from '../../../../src/server/collector/stored-event.js';
import { askStore, openEmpty } from '../worked-store.js';

type Range = readonly [fromMs: number, toMs: number];
/** Views of viewers, each with its ranges. */
type Played = readonly { readonly viewer: number; readonly ranges: readonly Range[] }[];

/** In steps of half a second, so that ranges touch and repeat often. */
const range = fc
  .tuple(fc.nat({ max: 16 }), fc.integer({ min: 1, max: 6 }))
  .map(([from, length]): Range => [from * 500, (from + length) * 500]);
const played: fc.Arbitrary<Played> = fc.array(
  fc.record({ viewer: fc.nat({ max: 3 }), ranges: fc.array(range, { minLength: 1, maxLength: 6 }) }),
  { minLength: 1, maxLength: 6 },
);

let made = 0;
const toEvents = (site: string, views: Played): StoredEvent[] =>
  views.flatMap(({ viewer, ranges }, view) =>
    ranges.map(([fromMs, toMs], seq) => {
      const eventId = `0195d9a0-0000-7000-9000-${String(++made).padStart(12, '0')}`;
      const ids = { viewerId: `viewer-${viewer}`, sessionId: 's', viewId: `view-${view}`, videoId: 'film' };
      const event = {
        ...ids,
        eventId,
        seq,
        type: 'playback',
        atMs: made,
        idScope: 'persistent',
        fromMs,
        toMs,
        rate: 1,
      };
      return { receivedMs: made, sentMs: made, site, sdk: 'test', bot: false, event } as StoredEvent;
    }),
  );

/** The moments of half a second that are played, each as often as it is. */
const moments = (ranges: readonly Range[]) =>
  ranges.flatMap(([from, to]) => Array.from({ length: (to - from) / 500 }, (_, index) => from + index * 500));
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** Each history is of a site of its own, all in one store. */
async function runs(
  t: TestContext,
  holds: (views: Played, ask: (question: string) => Promise<Insight>) => Promise<void>,
) {
  const store = await openEmpty(t);
  let site = 0;
  const property = fc.asyncProperty(played, async (views) => {
    const name = `site-${++site}`;
    await store.apply({ events: toEvents(name, views), next: { segment: 1, offset: site } });
    await holds(views, (question) => askStore(store, `${question}${question.includes('?') ? '&' : '?'}site=${name}`));
  });
  await fc.assert(property, { numRuns: 60, seed: 7 });
}

test('each moment of a view counts once in watch time, and again in rewatch', async (t) => {
  await runs(t, async (views, ask) => {
    const merged = sum(views.map(({ ranges }) => new Set(moments(ranges)).size * 500));
    const all = sum(views.map(({ ranges }) => moments(ranges).length * 500));
    const [time] = (await ask('watch-time')).rows;
    assert.ok(
      Math.abs(time!.value! - merged / views.length) < 1e-6,
      `${time!.value} is not ${merged} / ${views.length}`,
    );
    assert.equal(time!.n, views.length);
    assert.equal(time!.viewers, new Set(views.map(({ viewer }) => viewer)).size);
    const [again] = (await ask('rewatch')).rows;
    assert.ok(Math.abs(again!.value! - (all - merged) / all) < 1e-9);
  });
});

test('a second is covered by whoever played any of it, and played as often as any moment of it, wherever ranges are cut', async (t) => {
  await runs(t, async (views, ask) => {
    const all = views.map(({ ranges }) => moments(ranges));
    const last = Math.floor(Math.max(...all.flat()) / 1000);
    const expected = Array.from({ length: last + 1 }, (_, second) => {
      const often = all.map((played) => {
        const at = (moment: number) => played.filter((ms) => ms === moment).length;
        return Math.max(at(second * 1000), at(second * 1000 + 500));
      });
      return [second, often.filter(Boolean).length, sum(often)];
    });
    const { rows } = await ask('retention?video=film');
    assert.deepEqual(
      rows.map(({ second, k, plays }) => [second, k, plays]),
      expected,
    );
  });
});
