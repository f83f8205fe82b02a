/** So many files may be unsteady in a run; more of them are a fault of the project. */
const MOST = 4;

/**
 * Browsers, kills and sockets under real time: a few files that fail are run once more, each by itself. One that passes
 * then is told of as unsteady, which is to be mended; it does not hold up everything else.
 * @template {{ file: string, failed: number }} Result
 * @param {Result[]} results of the first run, one for each file (and engine)
 * @param {(result: Result) => Promise<Result>} again runs it once more
 * @param {(line: string) => void} tell
 * @returns {Promise<Result[]>} those that count
 */
export async function withSecondTries(results, again, tell = console.log) {
  const failed = results.filter((result) => result.failed);
  if (failed.length > MOST) return results;
  const counted = new Map(results.map((result) => [result, result]));
  for (const result of failed) {
    tell(`Once more, by itself: ${result.file}`);
    const second = await again(result);
    if (!second.failed) tell(`UNSTEADY ${result.file}: it failed, and passed when it was run again.`);
    counted.set(result, second);
  }
  return [...counted.values()];
}
