/** A screen reader that is told more often hears the beginnings of sentences only. */
const EVERY_MS = 1200;

let last = { words: '', at: Number.NEGATIVE_INFINITY };

/**
 * Says things one after the other at a bearable rate: of several that come together the last. Two carts on one page say
 * the same thing once.
 * @param show puts words into the live region
 */
export function createAnnouncer(show: (words: string) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const speak = (words: string) => {
    const now = performance.now();
    if (words === last.words && now - last.at < EVERY_MS * 2) return;
    last = { words, at: now };
    show(words);
  };
  return {
    say(words: string) {
      clearTimeout(timer);
      timer = setTimeout(speak, Math.max(100, last.at + EVERY_MS - performance.now()), words);
    },
    stop: () => clearTimeout(timer),
  };
}
