/** What a visitor may do to the next change of the cart, in the kit's own faults. */
export const TROUBLES = {
  refuse: { kind: 'prose' },
  busy: { kind: 'busy', retryAfterS: 2 },
  error: { kind: 'error' },
  hang: { kind: 'hang' },
  lost: { kind: 'cut', committed: true },
  malformed: { kind: 'malformed', committed: true },
};
