import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Beacons } from '../../../src/beacon/index.js';
import { type Assignment, withArmOf } from '../../../src/beacon/with-arm.js';
import { FakePage, startPlayer } from './player.js';

const viewerId = '0199c5f0-1b2c-7d3e-8f4a-5b6c7d8e9f00';
const assignment: Assignment = { experiment: 'hosts', arm: 'b', viewerId };

/** A page whose storage has a viewer. */
function pageOf(viewer = viewerId): FakePage {
  const page = new FakePage();
  page.localStorage.entries.set('shoppable-video', `${viewer} ${viewer} 0`);
  return page;
}

function seen({ recorder, clock }: ReturnType<typeof startPlayer>): void {
  recorder.record({ type: 'player_opportunity', visibleMs: 1000 });
  clock.advance(0);
}

test('every event of the viewer whose arm it is names experiment and arm, and so does the trace', () => {
  const player = startPlayer({ page: pageOf(), withArm: withArmOf(assignment) });
  const { records, beacons } = player;
  seen(player);
  const [{ experiment, arm, viewerId: told }] = records as [(typeof records)[0]];
  assert.deepEqual({ experiment, arm, viewerId: told }, assignment);
  assert.deepEqual([beacons.trace?.experiment, beacons.trace?.arm], ['hosts', 'b']);
});

test('another viewer than the one whose arm it is names none', () => {
  const page = pageOf(viewerId.replace(/.$/, '1'));
  const player = startPlayer({ page, withArm: withArmOf(assignment) });
  const { records, beacons } = player;
  seen(player);
  assert.deepEqual([records[0]?.experiment, records[0]?.arm, beacons.trace?.arm], [undefined, undefined, undefined]);
});

test('after a denial the viewer is somebody else, and outside', () => {
  const player = startPlayer({ page: pageOf(), withArm: withArmOf(assignment) });
  const { records, beacons } = player;
  seen(player);
  beacons.setConsent('denied');
  assert.equal(beacons.trace, undefined);
  beacons.setConsent('granted');
  seen(player);
  assert.equal(records.length, 2);
  assert.equal(records[0]?.arm, 'b');
  assert.notEqual(records[1]?.viewerId, viewerId);
  assert.equal(records[1]?.arm ?? (beacons as Beacons).trace?.arm, undefined);
});

for (const idScope of ['session', 'none'] as const)
  test(`without an assignment an event of the scope ${idScope} has no arm`, () => {
    const player = startPlayer({ idScope });
    const { records } = player;
    seen(player);
    assert.equal('arm' in records[0]!, false);
  });
