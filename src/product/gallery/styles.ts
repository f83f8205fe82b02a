import { css } from 'lit';

export const galleryStyles = css`
  .panel {
    position: relative;
    overflow: hidden;
    height: var(--_pictures);
    background: color-mix(in srgb, currentColor 6%, var(--sv-surface));
  }
  .shown {
    position: absolute;
    inset: 0;
    overflow: hidden;
    container-type: size;
  }
  .shown[role] {
    cursor: grab;
    touch-action: pan-y pinch-zoom;
  }
  .shown[role]:active {
    cursor: grabbing;
  }
  .shown.zoomed {
    cursor: move;
    touch-action: none;
  }
  .shown:has(+ .zoom):not([role], .zoomed) {
    cursor: zoom-in;
  }
  .shown img,
  .shown video {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
    visibility: hidden;
  }
  /* What a picture leaves free of the box is filled with its own tones. */
  .panel .haze {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
    filter: blur(28px);
    transform: scale(1.25);
  }
  .shown .seen {
    visibility: inherit;
  }
  .shown:not(:active) img {
    transition: transform 0.2s;
  }
  .place {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    padding: 2px 10px;
    border-radius: 99px;
    background: #14110fb3;
    color: #fff;
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }
  .panel .round {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-end: 8px;
  }
  .clip:not(.playing) > :last-child,
  .clip.playing > :first-child {
    display: none;
  }
  .lines {
    position: absolute;
    inset: 0;
    width: min(100cqw, 100cqh * var(--_ratio));
    aspect-ratio: var(--_ratio);
    margin: auto;
    direction: ltr;
    pointer-events: none;
  }
  .lines svg {
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .lines path {
    fill: none;
    stroke: #1c1a18;
    stroke-width: 1.5px;
    vector-effect: non-scaling-stroke;
  }
  .lines .halo {
    stroke: #fffc;
    stroke-width: 4.5px;
  }
  .lines b {
    position: absolute;
    padding: 1px 8px;
    border-radius: 99px;
    background: #fff;
    color: #1c1a18;
    font-size: 0.75rem;
    white-space: nowrap;
    transform: translate(-50%, -50%);
    box-shadow: 0 1px 4px #0004;
  }
  .roles {
    display: flex;
    overflow: auto hidden;
    overscroll-behavior-x: contain;
    padding-inline: 12px;
    border-block-end: 1px solid var(--sv-line);
    scrollbar-width: none;
  }
  .card .roles button {
    flex: none;
    padding: 0 10px;
    border: 0;
    border-radius: 0;
    color: var(--sv-muted);
    font-size: 0.875rem;
  }
  .card .roles [aria-selected='true'] {
    box-shadow: inset 0 -2px var(--sv-accent);
    color: inherit;
    font-weight: 600;
  }
`;
