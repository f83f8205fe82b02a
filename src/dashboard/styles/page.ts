import { css } from 'lit';

/** The page itself: its words, head, controls and buttons. */
export const pageStyles = css`
  :host {
    container: insights / inline-size;
    font-size: 0.9375rem;
    line-height: 1.5;
  }
  .page {
    display: grid;
    gap: 24px;
    min-width: 0;
  }
  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  figure,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 1.5rem;
    font-weight: 650;
    letter-spacing: -0.015em;
  }
  h3 {
    font-size: 1rem;
    font-weight: 650;
  }
  h4 {
    margin-block: 16px 8px;
    font-size: 0.875rem;
    font-weight: 650;
  }
  a {
    color: inherit;
    text-decoration-color: var(--sv-line);
    text-underline-offset: 3px;
  }
  a:hover {
    color: var(--sv-accent);
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--sv-accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  [tabindex='-1']:focus-visible {
    outline-offset: 8px;
  }
  small,
  .aside {
    color: var(--sv-muted);
    font-size: 0.8125rem;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  header {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: end;
    gap: 12px 24px;
    min-width: 0;
  }
  nav {
    grid-column: 1 / -1;
    grid-row: 2;
    min-width: 0;
    border-block-end: 1px solid var(--sv-line);
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav ul {
    display: flex;
    gap: 4px 28px;
  }
  nav a {
    display: block;
    padding-block: 12px;
    border-block-end: 2px solid transparent;
    color: var(--sv-muted);
    white-space: nowrap;
    text-decoration: none;
  }
  nav a:focus-visible {
    outline-offset: -3px;
  }
  nav a[aria-current] {
    border-color: var(--sv-accent);
    color: var(--sv-text);
    font-weight: 600;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px 16px;
    min-width: 0;
  }
  .controls label {
    display: grid;
    gap: 2px;
    min-width: 0;
    color: var(--sv-muted);
    font-size: 0.75rem;
  }
  .controls .check {
    display: flex;
    align-items: center;
    align-self: end;
    gap: 8px;
    min-height: 40px;
    font-size: 0.875rem;
  }
  select,
  input[type='date'],
  button {
    min-height: 40px;
    max-width: 100%;
    padding: 0 10px;
    border: 1px solid var(--sv-line);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--sv-surface);
    color: var(--sv-text);
    font: inherit;
    font-size: 0.875rem;
  }
  input[type='checkbox'] {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--sv-accent);
  }
  button {
    cursor: pointer;
    padding-inline: 14px;
    font-weight: 550;
  }
  button:hover {
    border-color: currentColor;
  }
  .simulated,
  .warning {
    padding: 10px 14px;
    border-inline-start: 3px solid var(--sv-accent);
    background: color-mix(in srgb, var(--sv-accent) 9%, var(--sv-surface));
  }
`;
