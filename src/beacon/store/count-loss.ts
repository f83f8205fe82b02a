import type { LossReport } from '../../schema/beacon.js';

/** Adds one to how many events of this type are lost. */
export const countLoss = (lost: LossReport['lost'] | undefined, type: string): LossReport['lost'] => ({
  ...lost,
  [type]: (lost?.[type as keyof typeof lost] ?? 0) + 1,
});
