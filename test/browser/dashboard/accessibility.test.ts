import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';
import { deepEqual } from '../../support/assert.js';
import { every, open, tellSeason } from './support.js';

const { axe } = globalThis as unknown as { axe: { run(target: Element, options?: object): Promise<AxeResults> } };

const HASHES = {
  'the overview': '#before=1',
  'one video': '#view=video&video=coffee&item=armchair',
  experiments: '#view=experiments',
  money: '#view=money',
  'the next shoot': '#view=next',
  abandoned: '#view=abandoned',
};

describe('axe finds nothing to mend in', () => {
  before(async function () {
    this.timeout(60_000);
    await tellSeason();
  });

  for (const [name, hash] of Object.entries(HASHES)) {
    it(name, async function () {
      this.timeout(60_000);
      const page = await open(hash);
      for (const details of every(page, 'details')) (details as HTMLDetailsElement).open = true;
      // its poster loads in its own time, and has its own tests
      for (const player of every(page, 'shoppable-video')) player.remove();
      const { violations } = await axe.run(page, { rules: { region: { enabled: false } } });
      deepEqual(
        violations.map(({ id, nodes }) => [
          id,
          nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`),
        ]),
        [],
        'violations',
      );
    });
  }
});
