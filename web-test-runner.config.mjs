import { runnerConfig } from './test/support/runner-config.mjs';

/** For one file at a time, as `npx wtr --files …`; `npm test` gives its own (test/support/in-browsers.mjs). */
export default await runnerConfig(['test/browser/**/*.test.ts', 'test/e2e/**/*.test.ts']);
