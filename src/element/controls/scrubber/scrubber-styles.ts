import { css } from 'lit';

/** The marks on the seek bar and the preview above it. */
export const scrubberStyles = css`
  .marks,
  .playhead {
    position: absolute;
    inset: 0 8px;
    pointer-events: none;
  }
  .seek .track {
    transition: transform 0.12s;
  }
  .seek:hover .track,
  .scrubbing .track {
    transform: scaleY(1.5);
  }
  .marker,
  .segment {
    position: absolute;
    transform: translateX(-50%);
  }
  .marker {
    top: 7px;
    width: 10px;
    height: 10px;
    border: 2px solid #fff;
    border-radius: 5px;
    background: var(--shoppable-hotspot, var(--sv-accent));
    box-shadow: 0 0 0 1px #0006;
    transition: transform 0.12s;
  }
  .many {
    width: 16px;
  }
  .near {
    z-index: 1;
    transform: translateX(-50%) scale(1.25);
  }
  .segment {
    top: 16px;
    width: 2px;
    height: 4px;
    background: #fffa;
  }
  /* Not "display: none": the browser works out an animation of what has no box on the main thread, at every frame. */
  .playhead {
    visibility: hidden;
  }
  .seek:hover .playhead,
  .seek:focus-within .playhead,
  .scrubbing .playhead {
    visibility: visible;
  }
  .playhead::before {
    content: '';
    position: absolute;
    top: 5px;
    left: -7px;
    width: 14px;
    height: 14px;
    border-radius: 50%;
    background: #fff;
    box-shadow: 0 0 4px #0008;
  }
  /* Under the hotspots as the slider is, so that it may be as high as a finger needs. */
  .reach {
    position: absolute;
    inset: -4px 0 0;
    cursor: pointer;
    pointer-events: auto;
    touch-action: pan-y;
  }
  @media (pointer: coarse) {
    .reach {
      inset-block-start: -20px;
    }
  }
  .preview {
    --_w: clamp(168px, 21cqi, 232px);
    position: absolute;
    z-index: 2;
    left: 0;
    bottom: calc(100% + 6px);
    display: grid;
    width: max-content;
    max-width: var(--_w);
    overflow: hidden;
    border-radius: 8px;
    background: #14110ff2;
    box-shadow: 0 2px 16px #0008, 0 0 0 1px #fff3;
    color: #fff;
    font-size: 0.8125rem;
    line-height: 1.3;
    pointer-events: none;
  }
  .still {
    position: relative;
    justify-self: center;
    width: min(var(--_w), 26cqb * var(--_ratio));
    aspect-ratio: var(--_ratio);
    overflow: hidden;
    background: #fff1;
  }
  .still img {
    position: absolute;
    inset: 0 auto auto 0;
    max-width: none;
    transform-origin: 0 0;
  }
  .stamp {
    position: absolute;
    inset: auto auto 6px 50%;
    transform: translateX(-50%);
    padding: 1px 7px;
    border-radius: 99px;
    background: #14110fd9;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .still:not([hidden]) + .words b {
    display: none;
  }
  .words {
    min-width: 0;
    padding: 6px 10px 7px;
  }
  .still:not([hidden]) + .words:not(:has(span)) {
    display: none;
  }
  .words p {
    display: flex;
    gap: 8px;
    margin: 0;
  }
  .words b {
    font-variant-numeric: tabular-nums;
  }
  .words span {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
  }
  .words .offer {
    align-items: center;
    margin-top: 6px;
    font-weight: 600;
  }
  .words .offer span {
    -webkit-line-clamp: 3;
  }
  .offer img {
    flex: none;
    border-radius: 4px;
    background: #fff;
    object-fit: cover;
  }
  .offer img + img {
    margin-inline-start: -34px;
    box-shadow: -2px 0 #14110f;
  }
  @container shoppable (max-height: 300px) {
    .preview {
      grid-template-columns: auto minmax(0, max-content);
      align-items: center;
      max-width: min(264px, 100% - 16px);
    }
    .still {
      width: min(116px, 66px * var(--_ratio));
    }
    .words {
      padding-block: 0;
    }
    .words p:first-child span {
      -webkit-line-clamp: 1;
    }
    .words .offer {
      margin-top: 2px;
    }
    .words .offer span {
      -webkit-line-clamp: 2;
    }
    .still:not([hidden]) + .words .offer img {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .controls [aria-pressed='true'] {
      border-block-end: 3px solid Highlight;
    }
    .track,
    .preview {
      outline: 1px solid CanvasText;
    }
    .marker,
    .segment,
    .playhead::before {
      forced-color-adjust: none;
      border-color: Canvas;
      background: CanvasText;
    }
    .near {
      background: Highlight;
    }
  }
`;
