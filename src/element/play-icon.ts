import { svg } from 'lit';

/** An icon drawn by one path in a square of 24. It is never read out: its control has the name. */
export const icon = (path: string) =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d=${path} /></svg>`;

/** Apart from the others: the facade needs it before anything else is loaded. */
export const playIcon = icon('M8 5.1v13.8c0 .8.9 1.3 1.6.9l10.6-6.9a1 1 0 0 0 0-1.8L9.6 4.2A1 1 0 0 0 8 5.1z');
