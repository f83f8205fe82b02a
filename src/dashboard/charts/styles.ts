import { css } from 'lit';

/** What charts are drawn with: the accent for what is spoken of, grey for what it is compared with. */
export const chartStyles = css`
  svg {
    display: block;
    overflow: visible;
  }
  [dir='rtl'] .flips {
    transform: scaleX(-1);
  }
  .bar {
    width: 100%;
    min-width: 120px;
    height: 28px;
  }
  .drawn {
    width: 32%;
    min-width: 140px;
  }
  .axis {
    stroke: var(--sv-line);
    stroke-width: 1;
  }
  .mass {
    fill: var(--sv-accent);
  }
  .mass.weak {
    fill: color-mix(in srgb, var(--sv-muted) 45%, var(--sv-surface));
  }
  .whisker {
    stroke: var(--sv-text);
    stroke-width: 1.5;
  }
  .dot {
    fill: var(--sv-accent);
    stroke: var(--sv-surface);
    stroke-width: 1.5;
  }
  .dot.weak {
    fill: var(--sv-muted);
  }
  .plot {
    min-height: 220px;
  }
  .t0 {
    fill: color-mix(in oklab, var(--sv-accent) 100%, var(--sv-surface));
  }
  .t1 {
    fill: color-mix(in oklab, var(--sv-accent) 72%, var(--sv-surface));
  }
  .t2 {
    fill: color-mix(in oklab, var(--sv-accent) 50%, var(--sv-surface));
  }
  .t3 {
    fill: color-mix(in oklab, var(--sv-accent) 34%, var(--sv-surface));
  }
  .t4 {
    fill: color-mix(in oklab, var(--sv-accent) 22%, var(--sv-surface));
  }
  .t5 {
    fill: color-mix(in oklab, var(--sv-muted) 40%, var(--sv-surface));
  }
  .swatch {
    display: inline-block;
    width: 12px;
    height: 12px;
    margin-inline-end: 6px;
    vertical-align: -1px;
  }
  .models .drawing td {
    padding-block-end: 0;
    border: 0;
  }
  .quadrant {
    display: grid;
    gap: 6px;
    min-width: 0;
    color: var(--sv-muted);
    font-size: 0.8125rem;
  }
  .quadrant > svg {
    width: 100%;
    height: 420px;
  }
  .quadrant__right {
    justify-self: end;
  }
  .field {
    fill: color-mix(in srgb, var(--sv-muted) 6%, var(--sv-surface));
  }
  .unsure {
    fill: color-mix(in srgb, var(--sv-muted) 9%, var(--sv-surface));
  }
  .corner {
    fill: var(--sv-muted);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .point text {
    fill: var(--sv-text);
    font-size: 0.8125rem;
    font-weight: 550;
    paint-order: stroke;
    stroke: var(--sv-surface);
    stroke-width: 3px;
  }
  .unsure-point text {
    fill: var(--sv-muted);
    font-weight: 450;
  }
  .unsure-point .whisker {
    stroke: var(--sv-muted);
  }
  .hollow {
    fill: var(--sv-surface);
    stroke: var(--sv-muted);
    stroke-width: 2;
  }
  shoppable-video {
    display: block;
    width: 100%;
    max-width: 860px;
    aspect-ratio: 16 / 9;
    border-radius: calc(var(--_radius) * 0.6);
    overflow: hidden;
  }
  .strip {
    --_cool: color-mix(in oklab, var(--sv-muted) 32%, var(--sv-surface));
    display: grid;
    gap: 14px;
    max-width: 860px;
  }
  .legend__heat {
    --_cool: color-mix(in oklab, var(--sv-muted) 32%, var(--sv-surface));
  }
  .strip__heat {
    cursor: pointer;
    touch-action: pan-y;
  }
  .strip__heat svg {
    width: 100%;
    height: 44px;
  }
  .h0 {
    fill: color-mix(in oklab, var(--sv-accent) 0%, var(--_cool));
  }
  .h1 {
    fill: color-mix(in oklab, var(--sv-accent) 12%, var(--_cool));
  }
  .h2 {
    fill: color-mix(in oklab, var(--sv-accent) 25%, var(--_cool));
  }
  .h3 {
    fill: color-mix(in oklab, var(--sv-accent) 38%, var(--_cool));
  }
  .h4 {
    fill: color-mix(in oklab, var(--sv-accent) 50%, var(--_cool));
  }
  .h5 {
    fill: color-mix(in oklab, var(--sv-accent) 62%, var(--_cool));
  }
  .h6 {
    fill: color-mix(in oklab, var(--sv-accent) 75%, var(--_cool));
  }
  .h7 {
    fill: color-mix(in oklab, var(--sv-accent) 88%, var(--_cool));
  }
  .h8 {
    fill: color-mix(in oklab, var(--sv-accent) 100%, var(--_cool));
  }
  .few {
    fill: var(--sv-surface);
  }
  .playhead {
    stroke: var(--sv-text);
    stroke-width: 2;
  }
  .lanes {
    display: grid;
    gap: 8px;
  }
  .lanes span {
    font-size: 0.8125rem;
    color: var(--sv-muted);
  }
  .lanes svg {
    width: 100%;
    height: 8px;
    border-radius: 3px;
    background: color-mix(in srgb, var(--sv-muted) 10%, var(--sv-surface));
  }
  .span {
    fill: color-mix(in srgb, var(--sv-muted) 60%, var(--sv-surface));
  }
  .span.on {
    fill: var(--sv-accent);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    color: var(--sv-muted);
    font-size: 0.8125rem;
  }
  .legend svg {
    width: 108px;
    height: 12px;
  }
  .legend .legend__few {
    width: 24px;
    margin-inline-start: 16px;
    background: color-mix(in srgb, var(--sv-muted) 60%, var(--sv-surface));
  }
  .key {
    width: 20px;
    border-block-start: 2.5px solid var(--sv-accent);
  }
  .key.thin {
    margin-inline-start: 12px;
    border-block-start: 1.5px solid var(--sv-muted);
  }
  .curve {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    grid-template-rows: 180px 20px;
    column-gap: 10px;
  }
  .curve__row {
    position: relative;
    grid-area: 1 / 1;
    align-self: end;
    color: var(--sv-muted);
    font-size: 0.75rem;
    line-height: 1;
    text-align: end;
  }
  .curve__row:nth-of-type(2) {
    align-self: center;
  }
  .curve__row:nth-of-type(3) {
    align-self: start;
  }
  .curve__box,
  .curve__columns {
    grid-column: 2;
    width: 100%;
    height: 100%;
  }
  .curve__columns text {
    fill: var(--sv-muted);
    font-size: 0.75rem;
  }
  .line {
    fill: none;
    stroke: var(--sv-accent);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .line.thin {
    stroke: var(--sv-muted);
    stroke-width: 1.5;
  }
  .area {
    fill: var(--sv-accent);
    fill-opacity: 0.1;
  }
  .band {
    fill: var(--sv-accent);
    fill-opacity: 0.22;
  }
  .uplot,
  .u-wrap,
  .uplot canvas {
    position: relative;
    display: block;
  }
  .uplot canvas {
    width: 100%;
    height: 100%;
  }
  .u-over,
  .u-under,
  .u-axis,
  .u-cursor-x,
  .u-off,
  .u-cursor-y,
  .u-cursor-pt,
  .u-select {
    position: absolute;
  }
  .u-over {
    z-index: 1;
  }
  .u-cursor-x {
    inset-block: 0;
    border-inline-end: 1px dashed var(--sv-muted);
    will-change: transform;
  }
  .u-off,
  .u-cursor-y,
  .u-select {
    display: none;
  }
  .u-cursor-pt {
    inset-block-start: 0;
    left: 0;
    border-radius: 50%;
    will-change: transform;
  }
  @media (forced-colors: active) {
    .mass,
    .dot {
      fill: Highlight;
    }
    .mass.weak,
    .dot.weak {
      fill: GrayText;
    }
    .whisker {
      stroke: CanvasText;
    }
  }
`;
