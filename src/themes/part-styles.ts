import { css } from 'lit';
import { tokenStyles } from './tokens.js';

/** What every element that stands beside the player has in common: the tokens with their defaults, and a sane box. */
export const partStyles = [
  tokenStyles,
  css`
  :host {
    display: block;
    font: 400 1rem/1.4 var(--shoppable-font, system-ui, sans-serif);
    color: var(--sv-text);
    text-align: start;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
    --_radius: var(--shoppable-radius, 12px);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
`,
];
