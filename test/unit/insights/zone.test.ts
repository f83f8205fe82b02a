import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayName, dayNumber, isZone, periods, startOfDay } from '../../../src/insights/zone.js';

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();

// The year's changes, as the IANA database and the governments' own announcements have them.
test('Berlin goes to summer time on 29 March 2026 at 01:00 UTC, and back on 25 October', () => {
  assert.deepEqual(periods('Europe/Berlin', at('2026-01-01'), at('2027-01-01')), [
    { sinceMs: at('2026-01-01'), offsetMs: 3_600_000 },
    { sinceMs: at('2026-03-29T01:00Z'), offsetMs: 7_200_000 },
    { sinceMs: at('2026-10-25T01:00Z'), offsetMs: 3_600_000 },
  ]);
});

test('days have 23 and 25 hours then', () => {
  assert.equal(iso(startOfDay('2026-03-29', 'Europe/Berlin')), '2026-03-28T23:00:00.000Z');
  assert.equal(iso(startOfDay('2026-03-30', 'Europe/Berlin')), '2026-03-29T22:00:00.000Z');
  assert.equal(iso(startOfDay('2026-10-25', 'Europe/Berlin')), '2026-10-24T22:00:00.000Z');
  assert.equal(iso(startOfDay('2026-10-26', 'Europe/Berlin')), '2026-10-25T23:00:00.000Z');
});

test('a day begins late where clocks are put forward at midnight', () => {
  // Beirut, 29 March 2026: 00:00 is 01:00
  assert.equal(iso(startOfDay('2026-03-29', 'Asia/Beirut')), '2026-03-28T22:00:00.000Z');
  assert.equal(iso(startOfDay('2026-03-30', 'Asia/Beirut')), '2026-03-29T21:00:00.000Z');
});

test('zones west, of half and of quarter hours', () => {
  assert.equal(iso(startOfDay('2026-11-22', 'America/New_York')), '2026-11-22T05:00:00.000Z');
  assert.equal(iso(startOfDay('2026-11-22', 'America/St_Johns')), '2026-11-22T03:30:00.000Z');
  assert.equal(iso(startOfDay('2026-11-22', 'Asia/Kathmandu')), '2026-11-21T18:15:00.000Z');
  assert.equal(iso(startOfDay('2026-11-22', 'Pacific/Kiritimati')), '2026-11-21T10:00:00.000Z');
});

test('the short winter of Morocco is found', () => {
  const found = periods('Africa/Casablanca', at('2026-01-01'), at('2026-12-31'));
  assert.deepEqual(
    found.map(({ offsetMs }) => offsetMs / 3_600_000),
    [1, 0, 1],
  );
});

test('a zone is known by its name', () => {
  assert.ok(isZone('Europe/Berlin') && isZone('UTC'));
  assert.ok(!isZone('Europe/Atlantis') && !isZone('') && !isZone('x; DROP TABLE events'));
});

test('the number of a local day is computed as SQL computes it', () => {
  const found = periods('Europe/Berlin', at('2026-01-01'), at('2027-01-01'));
  const sql = dayNumber('at_ms', found, (a, b) => `Math.floor((${a}) / ${b})`).replace(
    /CASE WHEN (.*?) THEN (\S+) WHEN (.*?) THEN (\S+) ELSE (\S+) END/,
    '($1 ? $2 : $3 ? $4 : $5)',
  );
  const day = (text: string) => dayName(new Function('at_ms', `return ${sql}`)(at(text)));
  assert.equal(day('2026-03-28T22:59:59.999Z'), '2026-03-28');
  assert.equal(day('2026-03-28T23:00Z'), '2026-03-29');
  assert.equal(day('2026-03-29T21:59:59.999Z'), '2026-03-29');
  assert.equal(day('2026-03-29T22:00Z'), '2026-03-30');
  assert.equal(day('2026-10-25T22:59:59.999Z'), '2026-10-25');
});
