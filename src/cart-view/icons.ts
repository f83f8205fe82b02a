import { svg } from 'lit';

const icon = (path: string) =>
  svg`<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path fill="currentColor" d=${path} /></svg>`;

export const icons = {
  bag: icon('M7 8V7a5 5 0 0 1 10 0v1h3l1 13H3L4 8zm2 0h6V7a3 3 0 0 0-6 0zm-3.2 2-.7 9h13.8l-.7-9z'),
  close: icon('M18.3 7.1 16.9 5.7 12 10.6 7.1 5.7 5.7 7.1l4.9 4.9-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9z'),
};
