import { svg } from 'lit';

const icon = (path: string) =>
  svg`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="currentColor" d=${path} /></svg>`;

export const icons = {
  bag: icon('M7 8V7a5 5 0 0 1 10 0v1h3l1 13H3L4 8zm2 0h6V7a3 3 0 0 0-6 0z'),
  play: icon('M8 5v14l11-7z'),
  close: icon('M18.3 7.1 16.9 5.7 12 10.6 7.1 5.7 5.7 7.1l4.9 4.9-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9z'),
  heart: icon(
    'M12 20.3 4.6 13a4.9 4.9 0 0 1 6.9-7l.5.5.5-.5a4.9 4.9 0 0 1 6.9 7zm0-2.8 6-6a2.9 2.9 0 0 0-4-4.1L12 9.3l-2-1.9a2.9 2.9 0 0 0-4 4.1z',
  ),
};
