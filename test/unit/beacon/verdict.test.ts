import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../../src/beacon/sender/verdict.js';

test('what an answer comes to', () => {
  const table: [Parameters<typeof judge>, ReturnType<typeof judge>][] = [
    [[{ status: 204 }, 5, 0], 'taken'],
    [[{ status: 200, rejected: [] }, 5, 0], 'taken'],
    [[{ status: 400, rejected: [{ eventId: 'a', reason: 'no' }] }, 5, 0], 'taken'],
    [[{ status: 200, body: '<h1>Hotel</h1>' }, 5, 0], 'again'],
    [[{ status: 200, body: '' }, 5, 0, (status) => status === 200], 'taken'],
    ...[400, 413, 422].flatMap((status): [Parameters<typeof judge>, ReturnType<typeof judge>][] => [
      [[{ status }, 5, 0], 'split'],
      [[{ status }, 1, 0], 'refused'],
    ]),
    ...[401, 403].map((status): [Parameters<typeof judge>, ReturnType<typeof judge>] => [[{ status }, 5, 0], 'stop']),
    ...[0, 302, 408, 425, 429, 500, 502, 503, 504].map(
      (status): [Parameters<typeof judge>, ReturnType<typeof judge>] => [[{ status }, 5, 99], 'again'],
    ),
    ...[404, 405, 410].flatMap((status): [Parameters<typeof judge>, ReturnType<typeof judge>][] => [
      [[{ status }, 5, 1], 'again'],
      [[{ status }, 5, 2], 'stop'],
    ]),
  ];
  for (const [asked, verdict] of table) assert.equal(judge(...asked), verdict, JSON.stringify(asked));
});
