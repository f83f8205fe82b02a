import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onPageHidden } from '../../../src/shared/page-lifecycle.js';

class Page extends EventTarget {
  document = { visibilityState: 'visible' };
}

test('calls when the page is hidden and when it is left, not when it is shown, and not after the abort', () => {
  const page = new Page();
  const ended = new AbortController();
  let calls = 0;
  onPageHidden(
    () => {
      calls += 1;
    },
    ended.signal,
    page,
  );
  page.dispatchEvent(new Event('visibilitychange'));
  assert.equal(calls, 0);
  page.document.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  assert.equal(calls, 1);
  page.document.visibilityState = 'visible';
  page.dispatchEvent(new Event('pagehide'));
  assert.equal(calls, 2);
  ended.abort();
  page.dispatchEvent(new Event('pagehide'));
  assert.equal(calls, 2);
});
