import { css } from 'lit';

/** Physical sides: the picture is not mirrored with the language. */
export const chipStyles = css`
  .edge {
    position: absolute;
    display: flex;
    justify-content: center;
    gap: 8px;
  }
  .left,
  .right {
    flex-direction: column;
    inset-block: 12px 84px;
  }
  .left {
    left: 8px;
  }
  .right {
    right: 8px;
  }
  .top,
  .bottom {
    inset-inline: 12px;
  }
  .top {
    top: 8px;
  }
  .bottom {
    bottom: 84px;
  }
  .chip {
    position: relative;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 2px solid var(--shoppable-hotspot, var(--sv-accent));
    border-radius: 50%;
    background: var(--sv-surface);
    color: var(--sv-text);
    font: inherit;
    box-shadow: 0 2px 10px #0007;
    cursor: pointer;
    pointer-events: auto;
    animation: appear 0.25s ease-out;
  }
  .chip img {
    border-radius: 50%;
    object-fit: cover;
  }
  /* Where the thing is: beyond this edge. */
  .chip::before {
    content: '';
    position: absolute;
    width: 8px;
    height: 8px;
    border: solid #fff;
    border-width: 2px 2px 0 0;
    filter: drop-shadow(0 0 2px #000);
  }
  .left .chip::before {
    left: -8px;
    rotate: -135deg;
  }
  .right .chip::before {
    right: -8px;
    rotate: 45deg;
  }
  .top .chip::before {
    top: -8px;
    rotate: -45deg;
  }
  .bottom .chip::before {
    bottom: -8px;
    rotate: 135deg;
  }
  .chip .label {
    position: absolute;
    display: grid;
    width: max-content;
    max-width: min(220px, 60cqi);
    padding: 6px 12px;
    border-radius: 8px;
    background: inherit;
    font-size: 0.8125rem;
    line-height: 1.3;
    box-shadow: 0 2px 12px #0005;
    visibility: hidden;
    pointer-events: none;
  }
  .left .label {
    left: 48px;
  }
  .right .label {
    right: 48px;
  }
  .top .label {
    top: 48px;
  }
  .bottom .label {
    bottom: 48px;
  }
  .chip:is(:hover, :focus-visible) .label {
    visibility: visible;
  }
`;
