import type { Rule } from '../finding.js';

/** Last of all: whatever the parser leaves out and no other rule owns. */
export const leftOut: Rule = {
  code: 'left-out',
  severity: 'error',
  finds: 'What the manifest’s schema does not know or does not allow: the player leaves it out.',
  cure: 'Mend this place, or take it out.',
  owns: () => true,
};
