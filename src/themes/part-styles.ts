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
  /* Names and values come in the shop's language, and stay in line with the texts around them. */
  [dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
`,
];
