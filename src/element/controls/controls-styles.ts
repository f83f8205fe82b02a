import { css } from 'lit';

/** The bar of controls and the captions above it. */
export const controlsStyles = css`
  .captions {
    position: absolute;
    inset-inline: 8px;
    inset-block-end: 76px;
    text-align: center;
    font-size: clamp(0.875rem, 2.6cqi, 1.75rem);
    pointer-events: none;
  }
  .idle .captions {
    transform: translateY(56px);
  }
  .captions span {
    padding: 0.1em 0.45em;
    background: #000c;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .controls {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding: 36px 8px 4px;
    background: linear-gradient(#0000, #000a);
    transition: opacity 0.2s;
    direction: ltr;
    pointer-events: none;
  }
  /* Over the hotspots; the slider is not: in a small player it would take every tap on what lies low in the picture. */
  .controls button,
  .controls .volume {
    position: relative;
    z-index: 2;
  }
  .controls button,
  .controls input {
    pointer-events: auto;
  }
  .idle {
    cursor: none;
  }
  .idle .controls:not(:focus-within) {
    opacity: 0;
  }
  .idle .controls:not(:focus-within) * {
    pointer-events: none;
  }
  :host([controls='none']) .controls {
    visibility: hidden;
  }
  .controls button {
    display: grid;
    grid-auto-flow: column;
    place-items: center;
    gap: 4px;
    min-width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 8px;
    background: none;
    color: #fff;
    font: inherit;
    cursor: pointer;
  }
  .controls button:not(.pill):hover {
    background: #fff3;
  }
  .controls svg {
    width: 24px;
    height: 24px;
    fill: currentColor;
  }
  .controls [aria-pressed='true'] {
    box-shadow: inset 0 -3px #fff;
  }
  .controls .pill {
    padding: 0 12px;
    border-radius: 99px;
    background: var(--sv-surface);
    color: var(--sv-text);
  }
  .pill svg {
    width: 20px;
    height: 20px;
  }
  /* Out of the card's way without a new layout: nothing may jump as it opens. */
  .has-card .seek {
    margin-inline-end: 376px;
    flex-basis: calc(100% - 376px);
  }
  .has-card .gap ~ * {
    transform: translateX(-376px);
  }
  .gap {
    flex: 1;
  }
  .time {
    padding-inline: 6px;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .time i {
    font-style: normal;
    opacity: 0.8;
  }
  .seek {
    position: relative;
    flex: 1 0 100%;
    height: 24px;
  }
  .track {
    position: absolute;
    inset: 10px 8px;
    border-radius: 4px;
    overflow: hidden;
    background: #fff6;
  }
  .fill {
    height: 100%;
    background: #fff;
    transform-origin: left;
  }
  .controls input {
    margin: 0;
    background: none;
    cursor: pointer;
    accent-color: #fff;
  }
  .seek input {
    position: absolute;
    inset: 0 2px;
    width: calc(100% - 4px);
    height: 24px;
    appearance: none;
    -webkit-appearance: none;
  }
  .seek input::-webkit-slider-runnable-track {
    background: none;
  }
  .seek input::-moz-range-track {
    background: none;
  }
  .seek input::-webkit-slider-thumb {
    -webkit-appearance: none;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: #fff;
    opacity: 0;
  }
  .seek input::-moz-range-thumb {
    width: 12px;
    height: 12px;
    border: 0;
    border-radius: 50%;
    background: #fff;
    opacity: 0;
  }
  .volume {
    width: 72px;
    height: 44px;
  }
  @container shoppable (max-width: 899px) {
    .has-card .controls {
      visibility: hidden;
    }
  }
  @container shoppable (max-width: 559px) {
    .controls {
      padding-inline: 2px;
    }
    .volume {
      display: none;
    }
    .hotspot .label {
      max-width: 160px;
    }
  }
  /* What the menu has too, or the seek bar says, makes room. */
  @container shoppable (max-width: 400px) {
    .time i {
      display: none;
    }
  }
  @container shoppable (max-width: 340px) {
    [part='captions-toggle'] {
      display: none !important;
    }
  }
  @container shoppable (max-width: 310px) {
    .time {
      display: none;
    }
  }
  /* Smaller than a player can sensibly be: what is left is what sells and what leads out of it. */
  @container shoppable (max-width: 239px) {
    [part='menu-toggle'] {
      display: none !important;
    }
  }
`;
