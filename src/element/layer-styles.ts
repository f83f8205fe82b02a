import { css } from 'lit';

/** What lies over the picture while it plays: hotspots, captions, controls, the list of the scene. */
export const layerStyles = css`
  :host(:fullscreen) {
    width: 100%;
    height: 100%;
    aspect-ratio: auto;
    border-radius: 0;
  }
  .started .poster,
  .started slot[name='poster'] {
    display: none;
  }
  .layers {
    user-select: none;
    -webkit-user-select: none;
  }
  .touch,
  .hotspots,
  .cards {
    position: absolute;
    inset: 0;
  }
  .hotspots,
  .cards {
    pointer-events: none;
  }
  .cards > * {
    pointer-events: auto;
  }
  .hotspots {
    overflow: hidden;
    z-index: 1;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .hotspot {
    position: absolute;
    inset-block-start: -22px;
    left: -22px;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
    pointer-events: auto;
  }
  .hotspot .dot {
    width: 22px;
    height: 22px;
    border: 5px solid #fff;
    border-radius: 50%;
    background: var(--shoppable-hotspot, var(--shoppable-accent, #b4451f));
    box-shadow: 0 0 0 1px #0003, 0 2px 10px #0007;
    animation: appear 0.35s cubic-bezier(0.2, 1.4, 0.4, 1);
  }
  .hotspot:hover .dot,
  .hotspot:focus-visible .dot {
    transform: scale(1.25);
  }
  .hotspot .label {
    position: absolute;
    inset-block-end: 46px;
    display: grid;
    width: max-content;
    max-width: 220px;
    padding: 6px 12px;
    border-radius: 8px;
    background: var(--shoppable-surface, #fff);
    color: var(--shoppable-text, #1c1a18);
    font-size: 0.8125rem;
    line-height: 1.3;
    text-align: center;
    box-shadow: 0 2px 12px #0005;
    visibility: hidden;
    opacity: 0;
    transition: opacity 0.12s;
    pointer-events: none;
  }
  .hotspot:hover,
  .hotspot:focus-visible {
    z-index: 1;
  }
  .hotspot:hover .label,
  .hotspot:focus-visible .label {
    visibility: visible;
    opacity: 1;
  }
  .spinner {
    position: absolute;
    inset: calc(50% - 24px) auto auto calc(50% - 24px);
    width: 48px;
    height: 48px;
    border: 4px solid #fff6;
    border-top-color: #fff;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
    pointer-events: none;
  }
  [hidden] {
    display: none !important;
  }
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
    background: var(--shoppable-surface, #fff);
    color: var(--shoppable-text, #1c1a18);
  }
  .pill svg {
    width: 20px;
    height: 20px;
  }
  .has-card .controls {
    padding-inline-end: min(384px, 100%);
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
  @container shoppable (max-width: 340px) {
    .time i {
      display: none;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: scale(0.3);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .hotspot .dot {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .hotspot .dot {
      border-color: ButtonText;
    }
    .fill {
      background: Highlight;
    }
  }
`;
