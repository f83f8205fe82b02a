import { css } from 'lit';

/** The shelf in its layouts. */
export const shelfStyles = css`
  .items {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rail .items {
    position: relative;
    grid: auto / auto-flow var(--shoppable-shelf-tile, 144px);
    padding: 4px;
    overflow: auto hidden;
    overscroll-behavior-x: contain;
    scroll-padding-inline: 4px;
    scroll-snap-type: x proximity;
    scrollbar-width: thin;
    scrollbar-color: var(--sv-line) transparent;
  }
  .rail li {
    scroll-snap-align: start;
  }
  .list.tiles .items {
    grid-template-columns: repeat(auto-fill, minmax(var(--shoppable-shelf-tile, 144px), 1fr));
    gap: 20px 16px;
  }
  .list.rows .items {
    gap: 4px;
  }
  /* So that the page stays where it is when the products come. */
  .shelf.rail:not(.over) {
    min-height: 256px;
  }
  .shelf.list {
    min-height: 248px;
  }
  .shelf.sheet {
    min-height: 44px;
  }
  button {
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid var(--sv-accent);
    outline-offset: 2px;
  }
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding-block: 0;
    padding-inline: 12px 16px;
    border-radius: 99px;
    background: var(--sv-surface);
    color: var(--sv-text);
    box-shadow: 0 1px 6px #0004;
  }
  .toggle svg,
  .close svg {
    flex: none;
  }
  dialog {
    position: fixed;
    inset: auto 0 0;
    width: min(640px, 100%);
    max-width: none;
    max-height: 80dvh;
    margin: 0 auto;
    padding: 0 0 env(safe-area-inset-bottom);
    border: 0;
    border-radius: calc(var(--_radius) * 1.25) calc(var(--_radius) * 1.25) 0 0;
    overflow: hidden;
    background: var(--sv-surface);
    color: var(--sv-text);
    box-shadow: 0 -8px 48px #0006;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: rise 0.24s ease-out;
  }
  dialog::backdrop {
    background: #0008;
  }
  .head {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding-block: 16px 8px;
    padding-inline: 20px 8px;
    touch-action: none;
    cursor: grab;
  }
  .head::before {
    content: '';
    position: absolute;
    inset: 8px calc(50% - 20px) auto;
    height: 4px;
    border-radius: 2px;
    background: var(--sv-muted);
    opacity: 0.5;
  }
  h2 {
    margin: 0;
    font-size: 1.125rem;
    line-height: 1.3;
  }
  .close {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border-radius: 50%;
  }
  .close:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  dialog .items {
    flex: 1;
    gap: 4px;
    min-height: 0;
    padding: 4px 12px 16px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  @keyframes rise {
    from {
      transform: translateY(100%);
    }
  }
  /* In the player: only what can be pressed is in the way, and below the hotspots while it is closed. */
  :host([slot='panel']) {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  :host([slot='panel'][open]) {
    z-index: 2;
  }
  .over {
    position: absolute;
    inset: 0;
  }
  .over.covered {
    visibility: hidden;
  }
  .over > * {
    position: absolute;
    pointer-events: auto;
  }
  .over .toggle {
    inset-block-start: 12px;
    inset-inline-start: 12px;
  }
  .over .toggle:focus-visible {
    outline-color: var(--shoppable-focus, #fff);
    box-shadow: 0 0 0 5px #000;
  }
  .over > dialog {
    position: fixed;
  }
  .over.rail .items {
    position: absolute;
    inset: auto 8px 84px;
    /* Wide enough for a price with words before it, in any of the languages. */
    grid-auto-columns: 320px;
    gap: 8px;
    scrollbar-width: none;
    overscroll-behavior: contain;
  }
  .over.rail .items:has(.wish) {
    grid-auto-columns: 364px;
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
`;
