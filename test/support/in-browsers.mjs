import { relative } from 'node:path';
import { startTestRunner } from '@web/test-runner';
import { sumOf } from './reporter.mjs';
import { runnerConfig } from './runner-config.mjs';
import { withSecondTries } from './second-tries.mjs';

/** Of what waits more than it computes: all browsers at once, beside other work. */
const WAITING = ['test/browser/beacon/*.test.ts'];
/** What looks at frames, or at one tap after another, has the processor to itself. */
const ALONE = ['test/browser/!(beacon)/*.test.ts', 'test/e2e/**/*.test.ts'];

/** @returns what each file came to in each engine */
async function run(files, options) {
  const config = await runnerConfig(files, options);
  const runner = await startTestRunner({ config, readFileConfig: false, readCliArgs: false, autoExitProcess: false });
  await new Promise((resolve) => runner.on('stopped', resolve));
  return [...runner.sessions.all()].map((session) => ({
    ...sumOf(session),
    file: relative(process.cwd(), session.testFile),
    engine: session.browser.engine,
  }));
}

const again = async ({ file, engine }) => (await run([file], { engines: [engine] }))[0];

/** Runs the tests that other work does not disturb. @returns what each file came to in each engine */
export const runWaiting = () => run(WAITING, { atOnce: 3 });

/**
 * Runs all others, and once more what failed before.
 * @param {Awaited<ReturnType<typeof runWaiting>>} waiting what the first came to
 */
export const runAlone = async (waiting) => withSecondTries([...waiting, ...(await run(ALONE))], again);
