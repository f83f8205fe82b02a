/**
 * Lets the browser do what waits before the work goes on: on a slow phone a long task is a tap that is not answered.
 * `scheduler.yield` (WICG) comes back sooner than a timer does, which is the way where there is none.
 */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
