const LONGEST_WAIT_MS = 3_600_000;

/** `Retry-After` (RFC 9110 §10.2.3) in milliseconds, at most an hour; 0 when it says nothing. */
export const retryAfterMs = (value: string | null, nowMs = Date.now()): number =>
  Math.min(LONGEST_WAIT_MS, Math.max(0, +value! * 1000 || Date.parse(value!) - nowMs || 0));
