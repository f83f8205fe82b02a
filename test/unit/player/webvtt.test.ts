import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { begunBy, cueAt, cuesOf } from '../../../src/player/webvtt.js';

const file = (...blocks: string[]) => ['WEBVTT', ...blocks].join('\n\n');

test('reads cues with and without hours and identifiers, in order of their start', () => {
  const cues = cuesOf(
    file(
      'second\n00:04.400 --> 00:12.800 align:start\nCoffee',
      '01:00:00.000 --> 100:00:00.000\nLate',
      '00:00.000 --> 00:04.400\nThe\ncorner',
    ),
  );
  assert.deepEqual(cues, [
    { start: 0, end: 4.4, text: 'The\ncorner' },
    { start: 4.4, end: 12.8, text: 'Coffee' },
    { start: 3600, end: 360_000, text: 'Late' },
  ]);
});

test('reads every kind of line end, and a byte order mark', () => {
  const text = file('00:00.000 --> 00:01.000\na', '00:01.000 --> 00:02.000\nb');
  for (const lines of ['\n', '\r\n', '\r']) {
    assert.deepEqual(
      cuesOf(`\uFEFF${text.replaceAll('\n', lines)}`).map((cue) => cue.text),
      ['a', 'b'],
    );
  }
});

test('leaves notes, styles and regions out, even when they look like cues', () => {
  const found = cuesOf(
    file(
      'NOTE\n00:00.000 --> 00:01.000\nno',
      'STYLE\n::cue{}',
      'REGION\nid:a',
      'NOTE one line',
      '00:01.000 --> 00:02.000\nyes',
    ),
  );
  assert.deepEqual(
    found.map(({ text }) => text),
    ['yes'],
  );
});

test('leaves out what has no sensible times', () => {
  const bad = [
    '0:1 --> 0:2',
    '00:61.000 --> 00:62.000',
    '00:02.000 --> 00:01.000',
    '00:01.000 --> 00:01.000',
    '-00:01.000 --> 00:02.000',
    '00:01,000 --> 00:02,000',
    '99999999999:00:00.000 --> 99999999999:00:01.000',
    'NaN --> Infinity',
    '00:01.000 -> 00:02.000',
  ];
  assert.deepEqual(cuesOf(file(...bad.map((times) => `${times}\nx`))), []);
});

test('is empty for a file that is none', () => {
  for (const none of [
    '',
    '<!doctype html><title>404</title>',
    '00:00.000 --> 00:01.000\na',
    'WEBVTTX\n\n00:00.000 --> 00:01.000\na',
  ]) {
    assert.deepEqual(cuesOf(none), []);
  }
});

test('a cue begins where another was not closed by an empty line', () => {
  assert.equal(cuesOf('WEBVTT\n\n00:00.000 --> 00:01.000\na\n00:01.000 --> 00:02.000\nb').length, 2);
});

test('takes whatever it is given, and stops at 20,000 cues', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(cuesOf(`WEBVTT\n\n${text}`))));
  const many = Array.from({ length: 30_000 }, () => '00:00.000 --> 00:01.000\na');
  assert.equal(cuesOf(file(...many)).length, 20_000);
});

test('finds the cue of a time, and none in a gap or outside', () => {
  const cues = Array.from({ length: 10_000 }, (_, i) => ({ start: i * 2, end: i * 2 + 1 }));
  assert.equal(cueAt(cues, 0), cues[0]);
  assert.equal(cueAt(cues, 9_998.5), cues[4_999]);
  assert.equal(cueAt(cues, 19_998), cues[9_999]);
  for (const time of [-1, 1, 9_999.5, 1e12, Number.NaN]) assert.equal(cueAt(cues, time), undefined);
  assert.equal(cueAt([], 0), undefined);
  assert.equal(begunBy(cues, 1), cues[0]);
  assert.equal(begunBy(cues, 1e12), cues[9_999]);
  assert.equal(begunBy(cues, -1), undefined);
});
