import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPlaybackRanges, type PlaybackRange } from '../../../src/beacon/playback-ranges.js';

/** A media element as a model: it plays in steps of up to 250 ms and knows what it has played. */
function createModel() {
  const ranges: PlaybackRange[] = [];
  const sample = createPlaybackRanges((range) => ranges.push(range));
  const model = {
    ranges,
    positionMs: 0,
    atMs: 1_760_000_000_000,
    rate: 1,
    paused: true,
    /** Every millisecond-range that was played, in order. */
    playedMs: 0,
    tell: (type: string) => sample(type, model.positionMs, model.rate, model.paused, model.atMs),
    resume() {
      if (!model.paused) return;
      model.paused = false;
      model.tell('playing');
    },
    play(ms: number, stepMs = 250) {
      if (model.paused) return;
      for (let left = ms; left > 0; left -= stepMs) {
        const step = Math.min(left, stepMs);
        model.atMs += step / model.rate;
        model.positionMs += step;
        model.playedMs += step;
        model.tell('timeupdate');
      }
    },
    pause() {
      model.paused = true;
      model.tell('timeupdate');
      model.tell('pause');
    },
    idle(ms: number) {
      model.atMs += ms;
    },
    stall(ms: number) {
      if (model.paused) return;
      model.tell('waiting');
      model.atMs += ms;
      model.tell('timeupdate');
      model.tell('playing');
    },
    seek(toMs: number) {
      model.positionMs = toMs;
      model.tell('seeking');
      model.atMs += 80;
      model.tell('timeupdate');
      if (!model.paused) model.tell('playing');
    },
    changeRate(rate: number) {
      model.rate = rate;
      model.tell('ratechange');
    },
  };
  return model;
}

const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('play' as const), ms: fc.integer({ min: 1, max: 30_000 }) }) },
  fc.record({ do: fc.constantFrom('resume' as const, 'pause' as const, 'cut' as const) }),
  fc.record({ do: fc.constantFrom('stall' as const, 'idle' as const), ms: fc.integer({ min: 1, max: 60_000 }) }),
  fc.record({ do: fc.constant('seek' as const), ms: fc.integer({ min: 0, max: 600_000 }) }),
  fc.record({ do: fc.constant('rate' as const), rate: fc.constantFrom(0.5, 1, 1.25, 2, 16) }),
);

function run(actions: (typeof action extends fc.Arbitrary<infer T> ? T : never)[], seeks: boolean) {
  const model = createModel();
  model.resume();
  for (const step of actions) {
    if (step.do === 'play') model.play(step.ms);
    else if (step.do === 'stall') model.stall(step.ms);
    else if (step.do === 'idle') model.paused && model.idle(step.ms);
    else if (step.do === 'seek') seeks && model.seek(step.ms);
    else if (step.do === 'rate') model.changeRate(step.rate);
    else if (step.do === 'cut') model.tell('cut');
    else model[step.do]();
  }
  model.tell('cut');
  return model;
}

test('without seeks the ranges are disjoint, in order and without gap; with any they sum up to what was played', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      const { ranges, playedMs } = run(actions, false);
      let end = 0;
      for (const { fromMs, toMs } of ranges) {
        assert.equal(fromMs, end);
        assert.ok(toMs > fromMs);
        end = toMs;
      }
      assert.equal(end, playedMs);
    }),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      const { ranges, playedMs } = run(actions, true);
      assert.equal(
        ranges.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0),
        playedMs,
      );
      assert.ok(ranges.every(({ fromMs, toMs }) => toMs - fromMs <= 10_000));
    }),
    { numRuns: 200 },
  );
});

test('splits at a seek, a change of rate, a pause and a stall', () => {
  const model = createModel();
  model.resume();
  model.play(2000);
  model.seek(60_000);
  model.play(1000);
  model.changeRate(2);
  model.play(3000);
  model.stall(4000);
  model.play(500);
  model.pause();
  model.idle(5000);
  model.resume();
  model.play(250);
  model.tell('cut');
  assert.deepEqual(model.ranges, [
    { fromMs: 0, toMs: 2000, rate: 1 },
    { fromMs: 60_000, toMs: 61_000, rate: 1 },
    { fromMs: 61_000, toMs: 64_000, rate: 2 },
    { fromMs: 64_000, toMs: 64_500, rate: 2 },
    { fromMs: 64_500, toMs: 64_750, rate: 2 },
  ]);
});

test('hands over within ten seconds of the clock, also when it plays slowly', () => {
  const model = createModel();
  model.changeRate(0.5);
  model.resume();
  const startMs = model.atMs;
  while (!model.ranges.length) model.play(125, 125);
  assert.ok(model.atMs - startMs <= 10_000);
  assert.deepEqual(model.ranges, [{ fromMs: 0, toMs: 5000, rate: 0.5 }]);
});

test('cuts a long step of a throttled tab into pieces of ten seconds', () => {
  const model = createModel();
  model.resume();
  model.play(25_000, 25_000);
  assert.deepEqual(
    model.ranges.map(({ fromMs, toMs }) => [fromMs, toMs]),
    [
      [0, 10_000],
      [10_000, 20_000],
      [20_000, 25_000],
    ],
  );
});

test('a position that the clock cannot explain is no playing, even before `seeking` is told', () => {
  const model = createModel();
  model.resume();
  model.play(1000);
  model.positionMs = 90_000;
  model.atMs += 250;
  model.tell('timeupdate');
  model.tell('seeking');
  model.tell('cut');
  assert.deepEqual(model.ranges, [{ fromMs: 0, toMs: 1000, rate: 1 }]);
});

test('begins where it is when the first events were missed, and counts nothing in a pause', () => {
  const model = createModel();
  model.positionMs = 42_000;
  model.paused = false;
  model.tell('timeupdate');
  model.play(1000);
  model.pause();
  model.idle(20_000);
  model.positionMs = 50_000;
  model.tell('cut');
  assert.deepEqual(model.ranges, [{ fromMs: 42_000, toMs: 43_000, rate: 1 }]);
});
