import { html } from 'lit';

const icon = (path: string) =>
  html`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path fill="currentColor" d=${path} /></svg>`;

export const CLOSE = icon(
  'M18.3 7.1 16.9 5.7 12 10.6 7.1 5.7 5.7 7.1l4.9 4.9-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9z',
);
export const PLAY = icon('M8 5v14l11-7z');
export const PAUSE = icon('M7 5h4v14H7zm6 0h4v14h-4z');
export const ZOOM_IN = icon(
  'M10 3a7 7 0 1 0 4.3 12.5L19.6 21l1.4-1.4-5.5-5.3A7 7 0 0 0 10 3zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM9 7v2H7v2h2v2h2v-2h2V9h-2V7z',
);
export const ZOOM_OUT = icon(
  'M10 3a7 7 0 1 0 4.3 12.5L19.6 21l1.4-1.4-5.5-5.3A7 7 0 0 0 10 3zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM7 9v2h6V9z',
);
