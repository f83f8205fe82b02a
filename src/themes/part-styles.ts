import { css } from 'lit';

/** What every element that stands beside the player has in common: the tokens with their defaults, and a sane box. */
export const partStyles = css`
  :host {
    display: block;
    font: 400 1rem/1.4 var(--shoppable-font, system-ui, sans-serif);
    color: var(--_text);
    text-align: start;
    -webkit-tap-highlight-color: transparent;
    --_accent: var(--shoppable-accent, #b4451f);
    --_text: var(--shoppable-text, #1c1a18);
    --_muted: var(--shoppable-muted, #6b625a);
    --_line: var(--shoppable-line, #e4ded6);
    --_surface: var(--shoppable-surface, #fff);
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
`;
