import type { Row } from './answer.js';

export interface Goal {
  readonly goal: 'revenue' | 'buyers';
  readonly currency: string | null;
  /** Of each arm, the one that others are compared with first. */
  readonly rows: readonly Row[];
}

export interface Experiment {
  readonly id: string;
  readonly control: string;
  readonly arms: readonly string[];
  /** Of the test whether arms are filled as meant; null where there is nothing to test. */
  readonly ratioP: number | null;
  readonly goals: readonly Goal[];
}

/** Below it the arms are not filled as meant (the server gives no verdict then). */
export const BROKEN = 0.001;

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The arm that the others are compared with has no difference where others have one; else what is called so. */
function controlOf(rows: readonly Row[]): string {
  const arms = unique(rows.map(({ arm }) => String(arm)));
  const compared = rows.filter(({ difference }) => difference !== null).map(({ arm }) => String(arm));
  const left = compared.length ? arms.filter((arm) => !compared.includes(arm)) : arms;
  return left.find((arm) => arm === 'control') ?? left[0] ?? 'control';
}

/** Puts the rows of `conversion` by arm together, an experiment each; revenue first, in the currency of most viewers who bought. */
export function experimentsOf(rows: readonly Row[]): Experiment[] {
  return unique(rows.map(({ experiment }) => experiment))
    .filter((id): id is string => typeof id === 'string')
    .map((id) => {
      const own = rows.filter(({ experiment }) => experiment === id);
      const control = controlOf(own);
      const order = (row: Row) => (row.arm === control ? 0 : row.arm === 'holdout' ? 2 : 1);
      const goals = unique(own.map(({ goal, currency }) => JSON.stringify([goal, currency]))).map((key): Goal => {
        const [goal, currency] = JSON.parse(key) as [Goal['goal'], string | null];
        const mine = own.filter((row) => row.goal === goal && row.currency === currency);
        return { goal, currency, rows: [...mine].sort((a, b) => order(a) - order(b)) };
      });
      const buyers = ({ rows }: Goal) => rows.reduce((sum, { k }) => sum + (k ?? 0), 0);
      goals.sort((a, b) => (a.goal === b.goal ? buyers(b) - buyers(a) : a.goal === 'revenue' ? -1 : 1));
      const arms = unique([...own].sort((a, b) => order(a) - order(b)).map(({ arm }) => String(arm)));
      const ratioP = own.map(({ ratioP }) => ratioP).find((p) => p !== null) as number | undefined;
      return { id, control, arms, ratioP: ratioP ?? null, goals };
    });
}
