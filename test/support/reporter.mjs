import { relative } from 'node:path';

/** Every test of a suite and of the suites within, with its full name. */
function* testsIn({ name, tests, suites }, before = '') {
  const path = [before, name].filter(Boolean).join(' > ');
  for (const test of tests) yield { ...test, name: [path, test.name].filter(Boolean).join(' > ') };
  for (const suite of suites) yield* testsIn(suite, path);
}

export const testsOf = ({ testResults }) => (testResults ? [...testsIn(testResults)] : []);

/**
 * A browser that did not let go of its page after the last test has told its result: WebKitGTK's driver hangs there now
 * and then. It is printed, and no test of ours has failed by it.
 */
const hungAfterwards = ({ errors, testResults }) =>
  Boolean(testResults) && errors.length > 0 && errors.every(({ message }) => message?.includes('Timed out stopping'));

/**
 * What a session adds to the sums. A file that could not run at all is one failure.
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function sumOf(session) {
  const tests = testsOf(session);
  const count = (wanted) => tests.filter(wanted).length;
  const failed = count(({ passed, skipped }) => !passed && !skipped);
  return {
    passed: count(({ passed }) => passed),
    failed: failed || session.passed || hungAfterwards(session) ? failed : 1,
    skipped: count(({ skipped }) => skipped),
  };
}

const indent = (text) => String(text).replace(/^/gm, '      ');

function describeFailure({ name, message, stack, expected, actual }) {
  const difference = expected === undefined ? '' : `\nexpected ${expected}\nactual   ${actual}`;
  // some engines begin a stack with the message, others do not
  const places = stack && !stack.includes(message) ? `\n${stack}` : '';
  return indent(`${name ?? 'Error'}: ${stack?.includes(message) ? stack : message}${places}${difference}`);
}

function tell(session) {
  const { passed, failed, skipped } = sumOf(session);
  const tests = testsOf(session);
  const seconds = tests.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000;
  const sums = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
  console.log(
    `${session.browser.name}: ${relative(process.cwd(), session.testFile)}: ${sums} (${seconds.toFixed(1)} s)`,
  );
  for (const line of session.logs) console.log(indent(line.join(' ')));
  for (const test of tests) {
    if (test.passed || test.skipped) continue;
    console.log(`    FAILED ${test.name}`);
    if (test.error) console.log(describeFailure(test.error));
  }
  for (const error of session.errors) console.log(describeFailure(error));
  for (const url of session.request404s) console.log(indent(`404 ${url}`));
}

/** Prints one line for each file and engine as it ends, what the page logged, and each failure in full. */
export function reporter({ skipped }) {
  return {
    start({ sessions }) {
      for (const sentence of skipped) console.log(`SKIPPED ${sentence}`);
      sessions.on('session-status-updated', (session) => session.status === 'FINISHED' && tell(session));
    },
  };
}
