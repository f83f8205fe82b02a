import type { Rule } from '../finding.js';

/** The schema keeps every point within the picture, and no path leaves the span of its points: the parser tells all. */
export const outsidePicture: Rule = {
  code: 'outside-picture',
  severity: 'error',
  finds: 'A key frame, or an end of a measured line, outside the picture.',
  cure: 'Give fractions of the picture from 0 to 1: 0.5 is its middle.',
  owns: (path, fault) => /\.[xywh]$/.test(path) && /must be at (?:most|least)/.test(fault),
};
