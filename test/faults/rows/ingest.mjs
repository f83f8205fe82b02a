/** Row 9: durable events a second, the generator on the same machine, the store asked meanwhile. */
import { createLedger } from '../lab/ledger.mjs';
import { percentile, sendAll } from '../lab/sender.mjs';
import { delay } from '../lab/wait.mjs';

const FULL_MS = 300_000;
const GOAL_PER_S = 20_000;
const GOAL_P99_MS = 100;
const BATCH = 100;

export async function measure(lab) {
  const forMs = lab.sized(FULL_MS, 6_000);
  const collector = await lab.startCollector();
  const ledger = createLedger();
  try {
    const until = Date.now() + forMs;
    let made = 0;
    const more = () => (Date.now() < until ? Array.from({ length: BATCH }, () => `i.${made++}`) : undefined);
    let questions = 0;
    let answers = 0;
    const asking = (async () => {
      while (Date.now() < until) {
        await delay(1_000);
        questions += 1;
        const response = await fetch(`${collector.url}/v1/insights/counts`).catch(() => undefined);
        await response?.text();
        if (response?.ok) answers += 1;
      }
    })();
    const { acknowledged, latenciesMs } = await sendAll(collector.url, { more, width: 16, ledger });
    await asking;
    const perSecond = acknowledged.size / (forMs / 1000);
    const p99 = percentile(latenciesMs, 0.99);
    const { missing, ...compared } = ledger.compare(await collector.rows(), acknowledged);
    const n = compared.offered;
    return [
      {
        name: `ingest for ${forMs / 1000} s`,
        value: perSecond,
        unit: 'durable events/s',
        goal: GOAL_PER_S,
        reached: perSecond >= GOAL_PER_S,
        n,
        ...compared,
      },
      {
        name: 'ingest: p99 of a batch',
        value: p99,
        unit: 'ms',
        goal: GOAL_P99_MS,
        reached: p99 <= GOAL_P99_MS,
        n: latenciesMs.length,
      },
      {
        name: 'ingest: the store answered meanwhile',
        value: answers,
        unit: `of ${questions} questions`,
        goal: questions,
        reached: answers === questions,
        n: questions,
      },
    ];
  } finally {
    await collector.remove();
  }
}
