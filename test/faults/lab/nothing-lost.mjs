/** Rows whose goal is 0, of what a ledger compared. */
const none = (name, value, unit, { missing, ...compared }, held) => ({
  name,
  value,
  unit,
  goal: 0,
  reached: value === 0 && held,
  n: compared.offered,
  ...compared,
});

/** @param {boolean} [held] whether all else held that the row promises */
export const nothingLost = (name, compared, held = true) =>
  none(name, compared.lost + compared.duplicate, 'lost or duplicate', compared, held);

/** The same where a sender may give up what it was never told is taken. */
export const nothingAcknowledgedLost = (name, compared, held = true) =>
  none(name, compared.acknowledgedLost + compared.duplicate, 'acknowledged lost, or duplicate', compared, held);
