import type { Rule } from '../finding.js';

export const unsorted: Rule = {
  code: 'unsorted',
  severity: 'warning',
  finds: 'Key frames that are not in the order of their times, or two of one time: the player puts them in order.',
  cure: 'Sort them by `t`, one for each time.',
  owns: (_, fault) => /has been sorted|the last of them counts/.test(fault),
};
