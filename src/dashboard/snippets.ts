/** What goes into a manifest, and into the server's catalogue, to find something out. */
interface Arm {
  readonly id: string;
  readonly weight: number;
  readonly patch?: unknown;
}

export interface ExperimentSnippet {
  readonly id: string;
  readonly arms: readonly Arm[];
  readonly holdout?: number;
}

/** One viewer in twenty: enough to tell in some weeks, and little is lost if the film sells. */
const HOLDOUT = 0.05;

/** The same film for all, but for those who see its poster. What a running experiment has stays as it is. */
export function holdoutFor(video: string, running?: Partial<ExperimentSnippet>): ExperimentSnippet {
  if (running?.id && running.arms?.length) return { id: `${running.id}-holdout`, arms: running.arms, holdout: HOLDOUT };
  return { id: `${video}-holdout`, arms: [{ id: 'control', weight: 1 }], holdout: HOLDOUT };
}

/** Two openings of a film, of which one begins with its first product. */
export const firstExperiment = (video: string): ExperimentSnippet => ({
  id: `${video}-title`,
  arms: [
    { id: 'control', weight: 1 },
    { id: 'other-title', weight: 1, patch: { title: 'Another title' } },
  ],
});

/** An experiment without some of its arms, under a new name: viewers of before are not counted in it. */
export function without(
  out: readonly string[],
  experiment: string,
  arms: readonly string[],
  running?: Partial<ExperimentSnippet>,
): ExperimentSnippet {
  const known =
    running?.id === experiment && running.arms?.length ? running.arms : arms.map((id) => ({ id, weight: 1 }));
  const number = /-(\d+)$/.exec(experiment);
  const id = number ? experiment.replace(/\d+$/, String(Number(number[1]) + 1)) : `${experiment}-2`;
  const rest = known.filter((each) => !out.includes(each.id) && each.id !== 'holdout');
  return { id, arms: rest, ...(running?.id === experiment && running.holdout ? { holdout: running.holdout } : {}) };
}

export const manifestText = (experiment: ExperimentSnippet): string =>
  `"experiment": ${JSON.stringify(experiment, null, 2)}`;

/** Patches are the manifest's alone. */
export const catalogueText = (site: string, { id, arms, holdout }: ExperimentSnippet): string =>
  JSON.stringify(
    {
      site,
      experiments: [{ id, ...(holdout ? { holdout } : {}), arms: arms.map(({ id, weight }) => ({ id, weight })) }],
    },
    null,
    2,
  );
