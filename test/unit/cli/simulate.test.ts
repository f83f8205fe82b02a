import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { run } from '../../../src/cli/run.js';
import { serve } from '../server/fixture.js';
import { folder, shoppable } from './command-line.js';

const file = folder();

async function simulate(dataDir: string, ...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const code = await run(['simulate', ...args], {
    ...io,
    stdin: async () => new Uint8Array(),
    env: { DATA_DIR: dataDir },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('simulate fills a data directory for a site, up to the end of a day', async (t) => {
  const dataDir = file('data');
  const { code, out, err } = await simulate(dataDir, '--viewers=50', '--days=3', '--end=2025-06-30', '--site=toys');
  assert.deepEqual(
    { code, out, err },
    { code: 0, out: `${dataDir} has a season of the site toys now, from 2025-06-28 to 2025-07-01.`, err: '' },
  );
  const { url } = await serve(t, dataDir);
  const { simulated } = (await (await fetch(`${url}/v1/insights`)).json()) as { simulated: string[] };
  assert.deepEqual(simulated, ['toys']);
});

test('--truth prints what is true and touches nothing', async () => {
  const dataDir = file('none');
  const args = ['--truth', '--viewers=50', '--days=3', '--end=2025-06-30'];
  const { code, out } = await simulate(dataDir, ...args);
  assert.equal(code, 0);
  const truth = JSON.parse(out);
  assert.deepEqual([truth.site, truth.seed, truth.to], ['simulated', 1, '2025-07-01T00:00:00.000Z']);
  assert.equal((await simulate(dataDir, ...args)).out, out, 'the same each time');
  assert.ok(!existsSync(dataDir));
});

test('what makes no sense is refused by its name', async () => {
  for (const [arg, sentence] of [
    ['--days=0', '--days must be a whole number from 1 to 366, is "0".'],
    ['--viewers=many', '--viewers must be a whole number from 1 to 1000000, is "many".'],
    ['--seed=1.5', '--seed must be a whole number from 0 to 9007199254740991, is "1.5".'],
    ['--end=tomorrow', '--end must be a day such as 2026-11-30, is "tomorrow".'],
    ['--end=2090-01-01', '--end is 2090-01-01, which is still to come.'],
    ['--site=', '--site must have 1 to 200 characters.'],
  ] as const) {
    const { code, err } = await shoppable(['simulate', arg]);
    assert.equal(code, 2, arg);
    assert.ok(err.startsWith(sentence), err);
  }
});
