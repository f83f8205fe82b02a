const SEPARATOR = '\u001f';

/** What rows are split by where arms are: two experiments may have arms of one name. */
export const ARM = `coalesce(experiment, '') || '${SEPARATOR}' || arm`;

/** The experiment and the arm of what stands for both; nulls where there is none. */
export function armOf(both: unknown): { experiment: string | null; arm: string | null } {
  if (typeof both !== 'string') return { experiment: null, arm: null };
  const [experiment, arm] = both.split(SEPARATOR) as [string, string];
  return { experiment: experiment || null, arm };
}
