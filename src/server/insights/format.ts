import { list, type QuestionFault } from './question-fault.js';

const FORMATS = ['json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

/** How good a media type is to whoever sends this `Accept`, 0..1. */
function liking(accept: string, type: string): number {
  const likings = accept.split(',').flatMap((range) => {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const q = parameters.map((parameter) => /^q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return name === type ? [q === undefined ? 1 : Number(q)] : [];
  });
  return Math.max(0, ...likings);
}

/** The format that is asked for by name, or by `Accept` when none is: JSON unless CSV is liked better. */
export function formatOf(name: string | undefined, accept = ''): Format | QuestionFault {
  if (!name) return liking(accept, 'text/csv') > liking(accept, 'application/json') ? 'csv' : 'json';
  const format = FORMATS.find((known) => known === name);
  return format ?? { error: `\`format\` must be one of ${list(FORMATS)}.`, path: 'format' };
}
