import { KINDS } from '../kinds/all.mjs';
import { addUp } from '../lab/ledger.mjs';
import { pool } from '../lab/wait.mjs';

const GOAL = 60;
/** How many at a time, in an engine. */
const WIDTH = { chromium: 4, firefox: 1, webkit: 1 };
const siteOf = (name) => name.replace(/[^\w]+/g, '-');

async function runKind(lab, collector, kind) {
  const label = siteOf(kind.name);
  if (kind.skip) return { kind, label, skip: kind.skip };
  const chromium = await lab.browser(kind.engine);
  if (!chromium) return { kind, label, skip: `there is no ${kind.engine} here` };
  const from = Date.now();
  try {
    const { ledger, proxy, rows } = await kind.run({
      ...lab,
      collector,
      chromium,
      browser: lab.programs[kind.engine],
      label,
    });
    lab.log(
      `  ${kind.name}: ${proxy.has(ledger.names) ? 'arrived' : 'not all arrived'} (${((Date.now() - from) / 1000).toFixed(1)} s)`,
    );
    return { kind, label, ledger, proxy, rows };
  } catch (error) {
    lab.log(`  ${kind.name}: ${error.stack}`);
    return { kind, label, error };
  }
}

/** Runs these kinds. @returns a row each, and whether it was survived */
export async function runKinds(lab, kinds) {
  const collector = await lab.startCollector();
  try {
    const engines = Object.keys(WIDTH).map((engine) => kinds.filter((kind) => kind.engine === engine));
    const runs = await Promise.all(
      engines.map((own) => pool(own, WIDTH[own[0]?.engine] ?? 1, (kind) => runKind(lab, collector, kind))),
    );
    const stored = bySite(await collector.rows());
    return runs.flat().map(({ kind, label, ledger, proxy, rows, skip, error }) => {
      const { seed } = lab;
      if (skip) return { name: kind.name, skip, seed };
      if (error) return { name: kind.name, error: String(error.message ?? error), survived: false, seed };
      const { missing, ...compared } = ledger.compare(rows ?? stored.get(label) ?? [], proxy.acknowledged);
      const refused = kind.refused ?? 0;
      // a fault that met no request was survived by nobody
      const met = !kind.plan || proxy.entries.some(({ fault }) => fault && fault !== 'pass');
      const survived = met && compared.lost === refused && compared.duplicate === 0 && proxy.reportedLost === refused;
      return {
        name: kind.name,
        ...compared,
        refused,
        reportedLost: proxy.reportedLost,
        missing: missing.slice(0, 5),
        survived,
        seed,
      };
    });
  } finally {
    await collector.remove();
  }
}

function bySite(rows) {
  const sites = new Map();
  for (const row of rows) {
    if (!sites.has(row.site)) sites.set(row.site, []);
    sites.get(row.site).push(row);
  }
  return sites;
}

/** A kind is survived when it is in every engine that it was caused in. */
function distinct(results) {
  const kinds = new Map();
  for (const { name, survived } of results) {
    const kind = name.replace(/^[^:]+: /, '');
    kinds.set(kind, (kinds.get(kind) ?? true) && survived);
  }
  return [...kinds.values()];
}

export async function measure(lab) {
  const kinds = KINDS.filter(({ name, short }) => (!lab.kind || name.includes(lab.kind)) && (!lab.short || short));
  const results = await runKinds(lab, kinds);
  const ran = results.filter(({ skip }) => !skip);
  const kindsRun = distinct(ran);
  const survived = kindsRun.filter(Boolean).length;
  // of a part of them, all
  const goal = kinds.length < KINDS.length ? kindsRun.length : GOAL;
  return [
    {
      name: 'distinct fault kinds survived',
      value: survived,
      unit: `of ${kindsRun.length} kinds`,
      goal,
      reached: survived >= goal,
      n: kindsRun.length,
      seed: lab.seed,
      ...addUp(ran.filter(({ error }) => !error)),
    },
    ...results.map(({ survived: ok, refused = 0, ...result }) => ({
      ...result,
      name: result.skip ? `${result.name} (skipped: ${result.skip})` : result.name,
      value: result.lost,
      unit: 'lost',
      goal: refused,
      reached: result.skip ? undefined : ok,
      n: result.offered,
    })),
  ];
}
