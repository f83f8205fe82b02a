/**
 * Unix time, ms, by a clock that is set once, as the page begins, and then only runs forward: whoever corrects the time of
 * an event by the time it was sent needs one that nobody moves in between (High Resolution Time, W3C).
 */
export const pageNow = (): number => Math.round(performance.timeOrigin + performance.now());
