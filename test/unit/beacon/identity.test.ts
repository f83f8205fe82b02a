import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIdentity, type IdScope } from '../../../src/beacon/identity.js';
import { FakePage } from './player.js';

const MINUTE = 60_000;
const START = 1_760_000_000_000;

test('reads and writes nothing before it is asked', () => {
  const page = new FakePage();
  createIdentity('persistent', page);
  for (const { reads, writes } of [page.localStorage, page.sessionStorage]) assert.deepEqual([reads, writes], [0, 0]);
});

test('a session lasts while events follow within 30 minutes, the viewer stays', () => {
  const identity = createIdentity('persistent', new FakePage());
  const first = identity.at(START);
  assert.deepEqual(identity.at(START + 30 * MINUTE), first);
  assert.deepEqual(identity.at(START + 60 * MINUTE), first);
  const later = identity.at(START + 91 * MINUTE);
  assert.notEqual(later.sessionId, first.sessionId);
  assert.equal(later.viewerId, first.viewerId);
});

test('persistent: the next page knows the viewer, and the session if it is not idle', () => {
  const page = new FakePage();
  const first = createIdentity('persistent', page).at(START);
  assert.deepEqual(createIdentity('persistent', page).at(START + 10 * MINUTE), first);
  const later = createIdentity('persistent', page).at(START + 24 * 60 * MINUTE);
  assert.equal(later.viewerId, first.viewerId);
  assert.notEqual(later.sessionId, first.sessionId);
  assert.equal(page.sessionStorage.writes, 0);
});

test('a session that another tab kept alive goes on in this one', () => {
  const page = new FakePage();
  const here = createIdentity('persistent', page);
  const there = createIdentity('persistent', page);
  const { sessionId } = here.at(START);
  there.at(START + 20 * MINUTE);
  there.at(START + 40 * MINUTE);
  assert.equal(here.at(START + 50 * MINUTE).sessionId, sessionId);
});

test('session: in the storage of the tab only', () => {
  const page = new FakePage();
  const ids = createIdentity('session', page).at(START);
  assert.equal(ids.idScope, 'session');
  assert.ok(ids.viewerId);
  assert.equal(page.localStorage.writes, 0);
  assert.deepEqual(createIdentity('session', page).at(START + 1), ids);
});

test('none: no viewer, no storage, a session in memory', () => {
  const page = new FakePage();
  const identity = createIdentity('none', page);
  const ids = identity.at(START);
  assert.equal(ids.viewerId, undefined);
  assert.equal(identity.at(START + MINUTE).sessionId, ids.sessionId);
  for (const { reads, writes } of [page.localStorage, page.sessionStorage]) assert.deepEqual([reads, writes], [0, 0]);
});

test('where storage refuses, or is not there, the ids live in memory', () => {
  const refusing = new FakePage();
  refusing.localStorage.refuses = true;
  const throwing = {
    get localStorage(): Storage {
      throw new DOMException('denied', 'SecurityError');
    },
  };
  for (const storages of [refusing, throwing, {}]) {
    const identity = createIdentity('persistent', storages);
    const ids = identity.at(START);
    assert.ok(ids.viewerId);
    assert.deepEqual(identity.at(START + MINUTE), ids);
    identity.forget();
    assert.notEqual(identity.at(START + MINUTE).viewerId, ids.viewerId);
  }
});

test('what somebody else wrote there is not taken', () => {
  for (const saved of ['', 'x', '{"viewerId":1}', `${'a'.repeat(500)} b 3`, 'a b c']) {
    const page = new FakePage();
    page.localStorage.entries.set('shoppable-video', saved);
    const ids = createIdentity('persistent', page).at(START);
    assert.match(ids.viewerId!, /^[0-9a-f-]{36}$/);
    assert.match(ids.sessionId, /^[0-9a-f-]{36}$/);
  }
});

test('forget empties both storages, whatever the scope is', () => {
  for (const scope of ['persistent', 'session', 'none'] as IdScope[]) {
    const page = new FakePage();
    createIdentity('persistent', page).at(START);
    createIdentity('session', page).at(START);
    createIdentity(scope, page).forget();
    assert.equal(page.localStorage.entries.size + page.sessionStorage.entries.size, 0);
  }
});
