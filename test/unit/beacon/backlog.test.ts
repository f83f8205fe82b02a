import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createBacklog } from '../../../src/beacon/store/backlog.js';
import type { Item } from '../../../src/beacon/store/item.js';
import { leastValuable } from '../../../src/beacon/store/least-valuable.js';
import { type BeaconEventType, Event, type LossReport } from '../../../src/schema/beacon.js';
import { itemWith, NOW } from './item-of.js';

const ageMs = 14 * 24 * 3_600_000;
const TYPES = ['playback', 'hotspot_exposure', 'hotspot_click', 'product_view', 'cart_change'] as const;

const item = (type: BeaconEventType = 'product_view', atMs = NOW): Item =>
  itemWith(type, { atMs, viewerId: 'viewer', sessionId: 'session' });
const none = new Set<string>();
const reportsOf = (items: readonly Item[]) =>
  items.flatMap(({ type, json }) => (type === 'loss_report' ? [Event.parse(JSON.parse(json)) as LossReport] : []));
const filled = (items: readonly Item[], bounds: Partial<Parameters<typeof leastValuable>[1]>) => {
  const backlog = createBacklog(() => NOW, { count: 1000, bytes: 1e9, ageMs, ...bounds });
  for (const one of items) backlog.add(one);
  return backlog;
};

test('the least valuable goes first: playback, exposures, clicks and views, cart actions; of each the oldest', () => {
  const items = TYPES.flatMap((type) => [item(type), item(type)]).reverse();
  const order = leastValuable(items, { count: 0, bytes: 1e9, ageMs }).map(({ type }) => type);
  assert.deepEqual(order, [
    'playback',
    'playback',
    'hotspot_exposure',
    'hotspot_exposure',
    'product_view',
    'product_view',
    'hotspot_click',
    'hotspot_click',
    'cart_change',
    'cart_change',
  ]);
});

test('whatever comes: what is kept is within the bounds, and what is not is in the report, exactly', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...TYPES), { maxLength: 80 }),
      fc.integer({ min: 1, max: 40 }),
      (types, count) => {
        const backlog = filled([], { count });
        for (const type of types) {
          backlog.add(item(type));
          backlog.trim(none);
        }
        const kept = backlog.all();
        assert.ok(kept.filter(({ type }) => type !== 'loss_report').length <= count);
        const reports = reportsOf(kept);
        assert.ok(reports.length <= 1, 'one report as long as nobody has seen it');
        for (const type of TYPES) {
          const offered = types.filter((one) => one === type).length;
          const lost = reports[0]?.lost[type as 'playback'] ?? 0;
          assert.equal(kept.filter((one) => one.type === type).length + lost, offered, type);
        }
      },
    ),
  );
});

test('bytes count as well as events', () => {
  const items = Array.from({ length: 10 }, () => item());
  const backlog = filled(items, { bytes: items[0]!.bytes * 4 });
  const { remove } = backlog.trim(none);
  assert.equal(remove.length, 6);
  assert.deepEqual(reportsOf(backlog.all())[0]!.lost, { product_view: 6 });
});

test('too old: gone, and reported as such, of the same viewer but in a view of its own', () => {
  const backlog = filled([item('playback', NOW - ageMs - 1), item()], {});
  const { put, remove } = backlog.trim(none);
  assert.equal(remove.length, 1);
  const [report] = reportsOf(put);
  assert.deepEqual(
    [report!.reason, report!.lost, report!.seq, report!.viewerId, report!.sessionId, report!.videoId],
    ['expired', { playback: 1 }, 0, 'viewer', 'session', 'coffee'],
  );
  assert.notEqual(report!.viewId, 'view');
});

test('a report that has been sent is left as it is: another loss is another report', () => {
  const backlog = filled([item(), item(), item()], { count: 2 });
  backlog.trim(none);
  const [first] = reportsOf(backlog.all());
  backlog.markTold([first!.eventId]);
  backlog.add(item());
  backlog.trim(none);
  const [same, second] = reportsOf(backlog.all());
  assert.deepEqual(same, first);
  assert.deepEqual(second!.lost, { product_view: 1 });
});

test('what is with the endpoint just now is not let go', () => {
  const items = [item(), item(), item()];
  const backlog = filled(items, { count: 1 });
  const flying = new Set(items.slice(0, 2).map(({ id }) => id));
  assert.deepEqual(backlog.trim(flying).remove, []);
});

test('what was dealt with does not come back from a disk that lags behind', () => {
  const [old, done] = [item(), item()];
  const backlog = filled([done], {});
  backlog.remove([done.id]);
  backlog.takeOver([old, done]);
  assert.deepEqual(
    backlog.all().map(({ id }) => id),
    [old.id],
  );
});

test('no report is made of a report', () => {
  const backlog = filled([item(), item()], { count: 1 });
  backlog.trim(none);
  const report = backlog.all().filter(({ type }) => type === 'loss_report');
  assert.deepEqual(backlog.lose(report, 'refused').put, []);
});
