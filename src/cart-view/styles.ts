import { css } from 'lit';

/** The panel, the button and the dialog. */
export const cartStyles = css`
  :host([compact]:not([hidden])) {
    display: inline-block;
  }
  [hidden] {
    display: none !important;
  }
  .panel {
    display: grid;
    gap: 12px;
    align-content: start;
    container: cart / inline-size;
  }
  section.panel {
    min-height: 112px;
  }
  h2,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.25rem;
    line-height: 1.25;
    outline: none;
  }
  button {
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:focus-visible,
  a:focus-visible {
    outline: 3px solid var(--sv-accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .quiet {
    color: var(--sv-muted);
    font-size: 0.9375rem;
  }
  .foot {
    display: grid;
    gap: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--sv-line);
  }
  .total {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    font-size: 1.125rem;
    font-variant-numeric: tabular-nums;
  }
  .checkout,
  .retry {
    min-height: 48px;
    padding: 0 20px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.75);
    font-weight: 600;
  }
  .checkout {
    width: 100%;
    background: var(--sv-accent);
    color: var(--sv-on-accent);
  }
  .retry {
    border-color: currentColor;
  }
  .failed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 12px 16px;
    border: 1px solid var(--sv-danger);
    border-radius: var(--_radius);
  }
  .failed p {
    flex: 1 1 200px;
  }
  .corner {
    position: relative;
  }
  .opener {
    position: relative;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border-radius: 50%;
  }
  .opener b {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: -2px;
    min-width: 20px;
    padding: 0 5px;
    border-radius: 99px;
    background: var(--sv-accent);
    color: var(--sv-on-accent);
    font-size: 0.75rem;
    line-height: 20px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  dialog {
    position: fixed;
    inset: 0;
    inset-inline-start: auto;
    width: min(420px, 100%);
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--sv-surface);
    color: var(--sv-text);
    box-shadow: 0 0 64px #0006;
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto 1fr;
    animation: enter 0.22s ease-out;
  }
  dialog::backdrop {
    background: #0008;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding-block: 12px;
    padding-inline: 20px 8px;
  }
  .close {
    display: grid;
    flex: none;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border-radius: 50%;
  }
  dialog .panel {
    padding: 4px 20px calc(20px + env(safe-area-inset-bottom));
    overflow: auto;
    overscroll-behavior: contain;
  }
  :host([slot='panel']) {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  :host([slot='panel']) .corner {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    pointer-events: auto;
  }
  :host([slot='panel']) .opener {
    background: var(--sv-surface);
    box-shadow: 0 1px 6px #0004;
  }
  .covered {
    visibility: hidden;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @keyframes enter {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .checkout,
    .opener b,
    .opener {
      outline: 1px solid;
    }
  }
`;
