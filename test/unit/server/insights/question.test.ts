import assert from 'node:assert/strict';
import { test } from 'node:test';
import { friction } from '../../../../src/insights/metrics/friction.js';
import { hctr } from '../../../../src/insights/metrics/hctr.js';
import type { Metric } from '../../../../src/insights/metrics/metric.js';
import { roi } from '../../../../src/insights/metrics/roi.js';
import { formatOf } from '../../../../src/server/insights/format.js';
import { parseQuestion } from '../../../../src/server/insights/question.js';

const NOW = Date.parse('2026-11-25T12:00Z');
const metric: Metric = {
  ...hctr,
  needs: ['video'],
  options: {
    model: { values: ['last', 'first'], default: 'last', meaning: 'Who gets the credit.' },
    within: { days: [1, 30], default: 7, meaning: 'How long a touch counts.' },
  },
};

function parse(query: string, asked: Metric = hctr) {
  const queries: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) (queries[name] ??= []).push(value);
  return parseQuestion(asked, queries, NOW);
}

test('days are those of the zone, with 23 hours where clocks are put forward', () => {
  const question = parse('tz=Europe/Berlin&from=2026-03-29&to=2026-03-29');
  assert.ok('selection' in question);
  assert.equal(question.zone, 'Europe/Berlin');
  assert.equal(question.selection.fromMs, Date.parse('2026-03-28T23:00Z'));
  assert.equal(question.selection.toMs, Date.parse('2026-03-29T22:00Z'));
});

for (const [asked, path] of [
  [friction, 'video'],
  [roi, 'segment'],
  [roi, 'arm'],
] as const) {
  test(`${asked.name} says why it is of no ${path}, and what it takes`, () => {
    const fault = parse(`${path}=x&from=2026-03-29`, asked);
    assert.ok('error' in fault);
    assert.equal(fault.path, path);
    assert.match(fault.error, new RegExp(`^\`${asked.name}\` has no \`${path}\`, as .+\\. Allowed: \`site\`, `));
    assert.ok(!fault.error.split('Allowed')[1]!.includes(path));
    assert.ok('selection' in parse(`${path}=&site=shop`, asked), 'empty is absent');
  });
}

test('a time is the same in every zone', () => {
  // a + in an address is read as a space
  for (const plus of ['%2B', '+']) {
    const question = parse(`tz=Asia/Tokyo&from=2026-03-29T00:00:00${plus}02:00`);
    assert.ok('selection' in question);
    assert.equal(question.selection.fromMs, Date.parse('2026-03-28T22:00Z'));
  }
});

test('options are read, or have their default', () => {
  for (const [query, options] of [
    ['', { model: 'last', within: 7 }],
    ['&model=first&within=30', { model: 'first', within: 30 }],
    ['&model=&within=', { model: 'last', within: 7 }],
  ] as const) {
    const question = parse(`video=coffee${query}`, metric);
    assert.ok('options' in question);
    assert.deepEqual(question.options, options);
  }
});

test('everything that narrows is taken', () => {
  const question = parse('site=a&video=b&product=c&segment=d&experiment=e&arm=f&surface=g');
  assert.ok('selection' in question);
  assert.deepEqual(Object.values(question.selection).filter(Boolean), [...'abcdefg']);
});

for (const [query, path, says, asked] of [
  ['tz=Europe/Atlantis', 'tz', /IANA/],
  ["tz=UTC'--", 'tz', /IANA/],
  ['from=1999-12-31', 'from', /2000/],
  ['to=2100-01-01', 'to', /2099/],
  ['from=2026-11-22&to=2026-11-22T00:00:00Z', 'from', /before/],
  ['video=a&video=b', 'video', /2 times/],
  [`video=${'x'.repeat(201)}`, 'video', /200/],
  ['model=last', 'model', /not a parameter/],
  ['', 'video', /Name it/, metric],
  ['video=a&model=best', 'model', /`last`, `first`/, metric],
  ['video=a&within=31', 'within', /from 1 to 30/, metric],
  ['video=a&within=1.5', 'within', /whole number/, metric],
  ['video=a&within=-1', 'within', /whole number/, metric],
] as const) {
  test(`${query.slice(0, 40)} is refused by the parameter’s name`, () => {
    const fault = parse(query, asked);
    assert.ok('error' in fault);
    assert.equal(fault.path, path);
    assert.match(fault.error, says);
  });
}

test('CSV is given to whom it is named by, or likes it better', () => {
  assert.equal(formatOf(undefined), 'json');
  assert.equal(formatOf(undefined, '*/*'), 'json');
  assert.equal(formatOf(undefined, 'text/csv'), 'csv');
  assert.equal(formatOf(undefined, 'text/csv;q=0.5, application/json'), 'json');
  assert.equal(formatOf('csv', 'application/json'), 'csv');
  assert.equal(formatOf('json', 'text/csv'), 'json');
  assert.match((formatOf('xlsx') as { error: string }).error, /`json`, `csv`/);
});
