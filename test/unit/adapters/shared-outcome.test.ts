import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomeOf } from '../../../src/adapters/shared-outcome.js';

const busy = (value?: string) =>
  outcomeOf({ status: 429, headers: new Headers(value === undefined ? {} : { 'Retry-After': value }) }).retryAfterMs!;

describe('Retry-After', () => {
  it('is seconds', () => assert.equal(busy('2'), 2000));
  it('is no wait at zero', () => assert.equal(busy('0'), 0));
  it('is a date', () => {
    const waitMs = busy(new Date(Date.now() + 60_000).toUTCString());
    assert.ok(waitMs > 50_000 && waitMs <= 60_000, String(waitMs));
  });
  it('is now for a date that has passed', () => assert.equal(busy('Wed, 21 Oct 2015 07:28:00 GMT'), 0));
  it('is a second where it is missing', () => assert.equal(busy(), 1000));
  it('is now where it is nonsense', () => assert.equal(busy('soon'), 0));
});

it('a redirect to a page is a sign-in page, a page in place of an answer says nothing', () => {
  assert.equal(outcomeOf({ status: 200, redirected: true }).reason, 'login-required');
  const portal = outcomeOf({ status: 200, redirected: false });
  assert.deepEqual([portal.refused, portal.reason], [false, 'custom']);
});
