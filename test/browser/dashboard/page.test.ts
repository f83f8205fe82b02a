import { deepEqual, equal, match, ok } from '../../support/assert.js';
import { click, press, until } from '../../support/page.js';
import { ask, every, find, open, SITE, settled, tellSeason, words } from './support.js';

describe('<shoppable-insights>', () => {
  before(async function () {
    this.timeout(60_000);
    await tellSeason();
  });

  it('ranks videos by what they earn, with the figures of the API', async () => {
    const page = await open('#');
    const titles = every(page, '.ranking tbody th').map(words);
    deepEqual(titles, ['The coffee corner', 'Knitwear, up close', 'Laying a table']);
    const { rows } = await ask('attribution?by=video');
    const sum = rows.filter(({ video }) => video === 'coffee').reduce((all, { value }) => all + Number(value), 0);
    equal(Number(find<HTMLDataElement>(page, '.ranking td data')!.value), sum);
    match(words(find(page, '.headline')), /The coffee corner earned most: €/);
    equal(every(page, '.todo li').length > 0, true);
    await until(() => find(page, '.plot canvas'), 'the line over time is drawn');
  });

  it('says how much was lost on the way, and how many were programs', async () => {
    const page = await open('#');
    await until(() => find(page, '.trust data'), 'it is counted');
    const [lost, bots] = every(page, '.trust data').map((data) => Number((data as HTMLDataElement).value));
    ok(lost! > 0 && lost! < 0.05 && bots! > 0.005 && bots! < 0.1, `${lost}, ${bots}`);
  });

  it('leads from view to view by links, and back', async () => {
    const page = await open('#');
    const link = every(page, 'nav a').find((each) => words(each) === 'Money')!;
    link.click();
    await until(() => find(page, '#chart-models'), 'the view of money');
    equal(find(page, 'nav [aria-current]')?.textContent, 'Money');
    match(location.hash, /view=money/);
    history.back();
    await until(() => find(page, '#chart-ranking'), 'the overview again');
  });

  it('compares with the period before only when asked to', async () => {
    const page = await open('#days=3');
    equal(find(page, '.change'), null);
    find<HTMLInputElement>(page, '.check input')!.click();
    await until(() => find(page, '.change'), 'a change');
    match(location.hash, /before=1/);
    match(words(find(page, '.change')), /than .+ to /);
  });

  it('shows its days when they are chosen, and keeps them in the link', async () => {
    const page = await open('#');
    const select = every(page, '.controls select').at(-1) as HTMLSelectElement;
    select.value = 'own';
    select.dispatchEvent(new Event('change'));
    const from = await until(() => find<HTMLInputElement>(page, 'input[type=date]'), 'days');
    from.value = '2020-01-01';
    from.dispatchEvent(new Event('change'));
    await until(() => location.hash.includes('from=2020-01-01'), 'the link has it');
    const to = every(page, 'input[type=date]')[1] as HTMLInputElement;
    to.value = '2020-01-31';
    to.dispatchEvent(new Event('change'));
    await until(() => words(find(page, '#chart-ranking .empty')).startsWith('Nothing was counted'), 'nothing there');
    equal(find(page, '#chart-ranking details.table'), null, 'a table of nothing');
  });

  it('has the strip as a slider that keys move', async () => {
    const page = await open('#view=video&video=coffee');
    const slider = find(page, '[role=slider]')!;
    slider.focus();
    await press('ArrowRight');
    await until(() => slider.getAttribute('aria-valuenow') === '1', 'a second on');
    match(slider.getAttribute('aria-valuetext')!, /^0:01: [\d,]+ of [\d,]+ views clicked, /);
    await press('End');
    await until(() => slider.getAttribute('aria-valuenow') === '29', 'the end');
    await press('Home');
    await until(() => slider.getAttribute('aria-valuenow') === '0', 'the beginning');
  });

  it('shows each chart’s table, definition and link', async () => {
    const page = await open('#view=next');
    for (const figure of every(page, 'figure')) {
      const title = words(figure.querySelector('h3'));
      ok(words(figure.querySelector('.how')).length > 80, `${title} says what it is`);
      ok(figure.querySelector('code'), `${title} has its formula`);
      ok(figure.querySelector('details.table tbody tr'), `${title} has its table`);
      deepEqual([...figure.querySelectorAll('.links a')].map(words), ['CSV', 'JSON', 'Link'], title);
    }
  });

  it('brings the chart of a link into view', async () => {
    const page = await open('#view=abandoned&chart=shipping');
    await until(() => page.shadowRoot!.activeElement?.id === 'chart-shipping', 'it has the focus');
  });

  it('says when the server cannot be had, and asks again', async () => {
    const page = await open('#', { src: '/v1/nowhere' }).catch((error: Error) => error);
    ok(!(page instanceof Error), String(page));
    const insights = page as HTMLElement & { src: string };
    match(words(find(insights, '[role=alert]')), /could not be counted/);
    insights.src = '';
    await until(() => find(insights, '.ranking'), 'it is there');
  });

  it('asks with its key, and hands files on that a link could not fetch', async () => {
    const page = await open('#', { 'read-key': 'k'.repeat(32) });
    const [csv] = every(page, '#chart-ranking > footer > .links a') as HTMLAnchorElement[];
    let saved: string | undefined;
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => {
        saved = text;
      });
      return 'blob:nothing';
    };
    // the file itself goes nowhere
    addEventListener('click', (event) => event.preventDefault(), { once: true });
    csv!.click();
    await until(() => saved, 'the file');
    URL.createObjectURL = createObjectURL;
    match(saved!, /^video,currency,kind,/);
  });

  it('offers no other site where it is for one', async () => {
    const page = await open('#site=another');
    equal(find(page, '.ranking tbody th') !== null, true);
    ok(!every(page, '.controls label').some((label) => words(label).startsWith('Site')));
    ok(
      every(page, '#chart-ranking .links a').some((link) => (link as HTMLAnchorElement).href.includes(`site=${SITE}`)),
    );
  });

  it('follows the language’s direction and digits', async () => {
    const page = await open('#', { locale: 'ar-EG' });
    equal(find(page, '.page')!.dir, 'rtl');
    match(words(find(page, '.figure b')), /[٠-٩]/);
    equal(getComputedStyle(find(page, '.flips')!).transform.startsWith('matrix(-1'), true);
    await settled(page);
  });

  it('is told where a film is not known', async () => {
    const page = await open('#view=video&video=table');
    match(words(find(page, '#chart-heat')), /does not know its manifest/);
    ok(find(page, '[role=slider]'), 'the strip is there all the same');
    const cell = find(page, '.strip__heat')!;
    await click(cell);
    await until(() => cell.getAttribute('aria-valuenow') !== '0', 'the moment was chosen');
  });
});
