import { ask, every, find, open, SITE, settled, tellSeason, words } from '../browser/dashboard/support.js';
import { deepEqual, equal, match, ok } from '../support/assert.js';
import { click, until } from '../support/page.js';

/** Rows of a CSV file without quotes in its first columns, by the names of its head. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head, ...lines] = csv.trim().split('\r\n');
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index]!, cell])));
}

const follow = (page: Element, text: RegExp) => {
  const link = every(page, 'a').find((each) => text.test(words(each)));
  ok(link, `a link ${text}`);
  link!.click();
};

describe('whoever sells', () => {
  before(async function () {
    this.timeout(60_000);
    await tellSeason();
  });

  it('finds the moment that sells, and sees it', async function () {
    this.timeout(60_000);
    const page = await open('#');
    follow(page, /^The coffee corner$/);
    const button = await until(() => find(page, '.headline button'), 'the peak');
    await settled(page);
    const player = await until(
      () => find<HTMLElement & { currentTime: number; paused: boolean }>(page, 'shoppable-video'),
      'the film',
    );
    const answer = (await ask('hctr-second?video=coffee')) as unknown as { summary: { peak: { from: number } } };
    const { from } = answer.summary.peak;
    button.scrollIntoView({ block: 'center' });
    await click(button);
    await until(
      () => Math.abs(player.currentTime - from) < 1 && player.paused,
      () => `the film is at ${from}, and not ${player.currentTime}`,
      30_000,
    );
    equal(find(page, '[role=slider]')!.getAttribute('aria-valuenow'), String(from));
    match(words(find(page, '.scene [aria-live]')), /Products at 0:\d\d: .+/);
  });

  it('stops an arm that loses', async () => {
    const page = await open('#');
    await until(() => every(page, '.todo a').some((each) => /^Stop “slow-start”/.test(words(each))), 'it is told to');
    follow(page, /^Stop “slow-start”/);
    const action = await until(() => find<HTMLDetailsElement>(page, '.action[data-arm=slow-start]'), 'how');
    match(words(find(page, '#chart-experiment-opening .badge')), /Arms are filled as meant/);
    action.open = true;
    const { experiment } = JSON.parse(`{${words(action.querySelector('code'))}}`) as {
      experiment: { id: string; arms: { id: string }[] };
    };
    deepEqual([experiment.id, experiment.arms.map(({ id }) => id)], ['opening-2', ['control']]);
  });

  it('does not stop an arm of which nothing is sure', async () => {
    const page = await open('#view=experiments');
    const card = await until(() => find(page, '#chart-experiment-pace'), 'the experiment of two alike');
    equal(card.querySelector('.action'), null);
    match(words(card), /Not told yet/);
  });

  it('sees why a card is opened but not bought', async () => {
    const page = await open('#view=video&video=coffee');
    follow(page, /^Otto armchair$/);
    const why = await until(() => find(page, '#chart-why .headline'), 'where it loses them');
    const { rows } = await ask('intentional?by=product&video=coffee');
    const { n, accidental } = rows.find(({ product }) => product === 'armchair')! as { n: number; accidental: number };
    match(words(why), new RegExp(`Of ${n} who opened the card, \\d+ put it in the cart`));
    match(words(why), new RegExp(`${Math.round((accidental / n) * 100)}% closed the card within a second`));
    const counts = every(page, '#chart-why .funnel data').map((data) => Number((data as HTMLDataElement).value));
    deepEqual(
      [...counts].sort((a, b) => b - a),
      counts,
      'each stage has no more than the one before',
    );
  });

  it('sets up a holdout', async () => {
    const page = await open('#view=money');
    follow(page, /^Set up a holdout$/);
    const [manifest, catalogue] = await until(() => {
      const found = every(page, '#chart-holdout code');
      return found.length === 2 ? found : undefined;
    }, 'two snippets');
    const { experiment } = JSON.parse(`{${words(manifest)}}`) as { experiment: { id: string; holdout: number } };
    equal(experiment.holdout, 0.05);
    const told = JSON.parse(words(catalogue)) as { site: string };
    equal(told.site, SITE);
    const response = await fetch('/v1/catalog', {
      method: 'POST',
      body: JSON.stringify({ ...told, site: 'elsewhere' }),
    });
    deepEqual(await response.json(), { taken: 1, rejected: [] });
  });

  it('exports a table whose figures are the API’s', async () => {
    const page = await open('#');
    const figure = find(page, '#chart-ranking')!;
    const [csv, json] = [...figure.querySelectorAll<HTMLAnchorElement>(':scope > footer > .links a')];
    const [text, answer] = [
      await (await fetch(csv!.href)).text(),
      (await (await fetch(json!.href)).json()) as { rows: Record<string, unknown>[] },
    ];
    ok(answer.rows.length > 2);
    const figures = (rows: Record<string, unknown>[]) =>
      rows.map(({ video, value, low, high, k, n }) => [
        video || null,
        ...[value, low, high, k, n].map((cell) => (cell === '' || cell === null ? null : Number(cell))),
      ]);
    deepEqual(figures(rowsOf(text)), figures(answer.rows), 'the file');
    const shown = [...figure.querySelectorAll('details.table table')][0]!;
    const cells = [...shown.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('data')].map(({ value }) => Number(value)),
    );
    const numbers = answer.rows.map((row) => Object.values(row).filter((cell) => typeof cell === 'number'));
    deepEqual(cells, numbers, 'the table on the page');
  });
});
