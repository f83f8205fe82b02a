/** What insights say of a season whose truth is known. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { loadSeason } from '../../../src/simulate/load-season.js';
import { makeBatch, makeDataDir, makeEvent, post, serve } from '../server/fixture.js';

const SEASON = { site: 'simulated', seed: 1, days: 56, viewers: 3000, endMs: Date.UTC(2025, 5, 30, 12) };

type Row = Readonly<Record<string, number | string | null>>;
interface Answer {
  readonly rows: readonly Row[];
  readonly summary?: Readonly<Record<string, unknown>>;
  readonly botShare: number;
  readonly lossShare: number;
}

function holds({ low, high }: { readonly low?: unknown; readonly high?: unknown }, truth: number, what: string): void {
  assert.ok(Number(low) <= truth && truth <= Number(high), `${what}: ${truth} is not from ${low} to ${high}`);
}

const sum = (rows: readonly Row[], name: string) => rows.reduce((all, row) => all + Number(row[name]), 0);

async function open(t: TestContext) {
  const dataDir = await makeDataDir(t);
  const truth = await loadSeason({ dataDir, warn: assert.fail }, SEASON);
  const { url } = await serve(t, dataDir);
  const ask = async (question: string) => {
    const response = await fetch(`${url}/v1/insights${question}`);
    assert.equal(response.status, 200, question);
    return (await response.json()) as Answer;
  };
  return { truth, url, ask };
}

test('insights find what is true of a season', { timeout: 300_000 }, async (t) => {
  const { truth, ask } = await open(t);

  await t.test('it says of itself that it is made up', async () => {
    const { simulated } = (await ask('')) as unknown as { simulated: string[] };
    assert.deepEqual(simulated, ['simulated']);
  });

  await t.test('the click-through rate of each video is in its interval', async () => {
    const { rows } = await ask('/hctr?by=video');
    assert.equal(rows.length, truth.videos.length);
    for (const { video, hctr } of truth.videos) holds(rows.find((row) => row.video === video)!, hctr, video);
  });

  await t.test('bots and losses are as many as there were, and none of a bot is in a figure', async () => {
    const { rows, botShare, lossShare } = await ask('/counts');
    assert.ok(truth.botShare > 0.02 && truth.lossShare > 0.005, 'there are some');
    assert.ok(Math.abs(botShare - truth.botShare) < 1e-9, `bots: ${botShare}, in truth ${truth.botShare}`);
    assert.ok(Math.abs(lossShare - truth.lossShare) < 1e-9, `losses: ${lossShare}, in truth ${truth.lossShare}`);
    assert.ok(sum(rows, 'bots') > 0);
    assert.ok(Number(rows.find(({ type }) => type === 'loss_report')!.n) > 0, 'players tell of losses too');
  });

  await t.test('the moment that sells is a peak, and there is no other', async () => {
    for (const { video, peakSecond } of truth.videos) {
      const peak = (await ask(`/hctr-second?video=${video}`)).summary!.peak as {
        from: number;
        to: number;
        place: { low: number; high: number };
      } | null;
      assert.equal(peak !== null, peakSecond !== null, video);
      if (peak) holds({ low: peak.place.low, high: peak.place.high + 1 }, peakSecond!, `the peak of ${video}`);
    }
  });

  await t.test('arms are filled as meant, and the true effect of each is in its confidence sequence', async () => {
    for (const { experiment, arms } of truth.experiments) {
      const { rows } = await ask(`/conversion?experiment=${experiment}&by=arm`);
      for (const { arm, buyers, difference } of arms) {
        const row = rows.find((found) => found.arm === arm && found.goal === 'buyers')!;
        holds(row, buyers, `buyers of ${arm}`);
        assert.ok(Number(row.ratioP) > 0.001, `${experiment} was filled otherwise than meant`);
        if (arm !== arms[0]!.arm) holds({ low: row.differenceLow, high: row.differenceHigh }, difference, arm);
      }
      const verdicts = new Set(rows.flatMap(({ verdict }) => verdict ?? []));
      assert.equal(verdicts.has('worse'), experiment === 'gift-music', `${experiment}: a losing arm is told`);
      assert.ok(!verdicts.has('better'), 'and nothing that is not so, or not sure yet');
    }
  });

  await t.test('what is credited and what is not sum to the revenue, by every model', async () => {
    for (const model of ['last', 'first', 'linear']) {
      const { rows } = await ask(`/attribution?by=video&model=${model}`);
      const { orders, gross, refunded } = truth.revenue;
      assert.ok(orders > 100 && refunded > 0, 'there are orders, and refunds');
      assert.equal(sum(rows, 'gross'), gross, model);
      assert.equal(sum(rows, 'refunded'), refunded, model);
      assert.ok(new Set(rows.map(({ kind }) => kind)).size === 3, 'of each kind there is something');
    }
  });

  await t.test('what is dear to send is left at the step that tells it', async () => {
    const { rows } = await ask('/friction?by=shipping');
    const [worst] = [...rows].sort((a, b) => Number(b.value) - Number(a.value));
    assert.equal(worst!.shipping, 'EUR 2000+');
    assert.ok(Number(worst!.p) < 0.001 && Number(worst!.value) > 0.6);
    const opened = (await ask('/hctr?by=product')).rows;
    const { rows: carts } = await ask('/abandoned?by=product');
    for (const product of truth.dearToSend) {
      assert.ok(Number(opened.find((row) => row.product === product)!.k) > 10, `${product} is clicked`);
      assert.ok(Number(carts.find((row) => row.product === product)!.value) > 0.6, `${product} is not bought`);
    }
  });

  await t.test('every other insight has rows too', async () => {
    const questions = [
      'retention?video=coffee',
      'watch-time',
      'rewatch',
      'funnel',
      'intentional',
      'placement',
      'demand',
    ];
    for (const question of [...questions, 'value-left', 'basket', 'returns', 'roi']) {
      const { rows } = await ask(`/${question}`);
      assert.ok(rows.length && rows.some(({ value }) => value !== null), question);
    }
  });
});

test('the same season again changes nothing; a site with figures of its own is left alone', async (t) => {
  const dataDir = await makeDataDir(t);
  const small = { ...SEASON, viewers: 60, days: 5 };
  const load = (site: string) => loadSeason({ dataDir, warn: assert.fail }, { ...small, site });
  const counts = async () => {
    const server = await serve(t, dataDir);
    const ask = async (metric: string) => (await fetch(`${server.url}/v1/insights/${metric}?site=simulated`)).json();
    const found = [await ask('counts'), await ask('attribution')];
    await server.close();
    return found;
  };
  const truth = await load('simulated');
  const once = await counts();
  assert.deepEqual(await load('simulated'), truth);
  assert.deepEqual(await counts(), once);

  const server = await serve(t, dataDir);
  await post(server.url, makeBatch([makeEvent()]));
  await server.close();
  await assert.rejects(load('shop'), /The site "shop" has figures of its own there\. Name another with --site\./);
});
