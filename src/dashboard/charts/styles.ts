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
