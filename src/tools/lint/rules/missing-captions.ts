import type { Rule } from '../finding.js';

export const missingCaptions: Rule = {
  code: 'missing-captions',
  severity: 'warning',
  finds: 'No captions, or none in the film’s own language.',
  cure: 'Add a track of the kind `captions` (WCAG 2.2 SC 1.2.2). A film without speech needs them for what is heard.',
  *check({ manifest: { media, lang } }) {
    const captions = media.tracks.filter(({ kind }) => kind === 'captions');
    const language = (tag: string) => tag.toLowerCase().split('-')[0];
    if (!captions.length) yield { path: 'media.tracks', message: 'has no captions' };
    else if (lang && !captions.some((track) => language(track.lang) === language(lang)))
      yield { path: 'media.tracks', message: `has no captions in ${lang}, the film’s language` };
  },
};
