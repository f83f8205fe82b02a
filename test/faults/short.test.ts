/** The short form of `npm run faults`: the promises that always hold, nothing lost and nothing twice, each as a test. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findBrowsers } from '../support/browsers.mjs';
import { KINDS } from './kinds/all.mjs';
import { survive } from './kinds/survive.mjs';
import { openLab } from './lab/open-lab.mjs';
import { runKinds } from './rows/kinds.mjs';
import { ROWS } from './rows.mjs';

const SEED = 20_261_101;
const { browsers } = await findBrowsers((engine) => engine === 'chromium');
const skip = browsers.length ? false : 'no Chromium was found: set CHROME_PATH';
if (skip) console.log(`SKIPPED test/faults: ${skip}`);

const patch = 'window.fetch = async () => new Response(null, { status: 204 }); delete window.fetchLater;';
const LOSSY = {
  name: 'a sender that only says that it sent',
  engine: 'chromium',
  run: (more: object) => survive(more, { options: { patch }, patienceMs: 500, returnMs: 500 }),
};

describe('faults', { skip }, () => {
  let lab: Awaited<ReturnType<typeof openLab>>;
  before(async () => {
    lab = await openLab({ seed: SEED, scale: 0.004, log: () => {}, engines: ['chromium'] });
  });
  after(() => lab.close());

  for (const { name, number } of ROWS.filter(({ name, short }) => short && name !== 'kinds'))
    test(`row ${number}, ${name}`, async () => {
      const { measure } = await import(`./rows/${name}.mjs`);
      for (const row of await measure(lab))
        if (row.goal === 0) assert.equal(row.value, 0, `${row.name}: ${JSON.stringify(row)}`);
    });

  test('row 4, kinds of faults', async (t) => {
    const kinds = KINDS.filter(({ short, engine }) => short && engine === 'chromium');
    for (const result of await runKinds(lab, kinds))
      await t.test(result.name, { skip: result.skip }, () => assert.ok(result.survived, JSON.stringify(result)));
  });

  test('what is lost is seen to be lost', async () => {
    const [result] = await runKinds(lab, [LOSSY]);
    assert.equal(result.survived, false);
    assert.equal(result.lost, result.offered);
  });
});
