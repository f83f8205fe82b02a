import type { Rule } from '../finding.js';

export const neverShown: Rule = {
  code: 'never-shown',
  severity: 'error',
  finds: 'A hotspot that ends before it starts, or starts when the film is over; a warning where it only ends later.',
  cure: 'Move `start` and `end` into the film.',
  owns: (path, fault) => /^hotspots\[\d+\]\.end$/.test(path) && fault.includes('after the start'),
  *check({ manifest: { duration, hotspots }, places }) {
    if (!duration) return;
    for (const hotspot of hotspots) {
      const at = places.hotspot(hotspot);
      if (hotspot.start >= duration)
        yield { path: `${at}.start`, message: `starts at ${hotspot.start} s, and the film has ${duration} s` };
      else if (hotspot.end > duration)
        yield {
          path: `${at}.end`,
          message: `ends at ${hotspot.end} s, and the film has ${duration} s`,
          severity: 'warning',
        };
    }
  },
};
