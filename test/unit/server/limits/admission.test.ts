import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAdmission } from '../../../../src/server/limits/admission.js';

test('who comes when too much waits is sent away for as long as the queue needs', () => {
  let nowMs = 0;
  const admission = createAdmission(1000, () => nowMs);
  admission.enter(800);
  nowMs = 1000;
  admission.leave(800);
  assert.equal(admission.isOpen, true);
  admission.enter(2400);
  assert.equal(admission.isOpen, false);
  // 800 bytes in the one second there was
  assert.equal(admission.retryAfterS(), 3);
  admission.leave(2400);
  assert.equal(admission.isOpen, true);
  assert.equal(admission.waitingBytes, 0);
});

test('the wait is a whole second at least and a minute at most', () => {
  let nowMs = 0;
  const admission = createAdmission(1, () => nowMs);
  admission.enter(5);
  assert.equal(admission.retryAfterS(), 60);
  nowMs = 10;
  admission.leave(4);
  assert.equal(admission.retryAfterS(), 1);
});

test('a turn that does not end closes the door', () => {
  let turnMs = 0;
  const admission = createAdmission(
    1000,
    () => 0,
    () => turnMs,
  );
  assert.equal(admission.isOpen, true);
  turnMs = 300;
  assert.equal(admission.isOpen, false);
});
