import { css } from 'lit';

/** Tokens and the facade: all that is there before the shopper acts. */
export const styles = css`
  :host {
    display: block;
    overflow: hidden;
    aspect-ratio: 16 / 9;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  /* Not the host: what a page says of every element of its own beats what is said of that here. */
  .stage {
    position: relative;
    width: 100%;
    height: 100%;
    /* WebKit takes a percentage of a height that comes from a ratio with an error of up to one in two hundred. */
    max-height: -webkit-fill-available;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    background: #14110f;
    color: #fff;
    font: 400 1rem/1.4 var(--shoppable-font, system-ui, sans-serif);
    -webkit-tap-highlight-color: transparent;
    container: shoppable / size;
  }
  .start,
  .problem,
  video,
  .layers {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .poster,
  ::slotted([slot='poster']) {
    position: absolute !important;
    inset: 0;
    width: 100% !important;
    height: 100% !important;
    max-width: none !important;
  }
  .poster,
  ::slotted([slot='poster']),
  video {
    object-fit: var(--_fit, contain) !important;
    object-position: var(--_position, 50% 50%) !important;
  }
  .layers:empty {
    display: none;
  }
  .start,
  .problem,
  .start i {
    display: grid;
    place-items: center;
  }
  .start {
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .start i {
    width: clamp(56px, 12cqi, 88px);
    aspect-ratio: 1;
    border-radius: 50%;
    box-shadow: 0 4px 24px #0005;
  }
  .start i,
  .problem button {
    background: var(--shoppable-surface, #fff);
    color: var(--shoppable-text, #1c1a18);
  }
  .start svg {
    width: 46%;
    height: 46%;
    margin-left: 6%;
  }
  .count {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-start: 12px;
    padding: 6px 12px;
    border-radius: 99px;
    background: #14110fd9;
    font-size: 0.875rem;
    pointer-events: none;
  }
  .busy i {
    animation: turn 0.9s linear infinite;
    background: none;
    border: 4px solid #fff6;
    border-top-color: #fff;
    box-shadow: none;
  }
  .busy svg {
    display: none;
  }
  .problem {
    place-content: center;
    gap: 12px;
    padding: 16px;
    background: #14110fd9;
    text-align: center;
  }
  .problem button {
    min-height: 44px;
    padding: 0 24px;
    border: 0;
    border-radius: 99px;
    font: inherit;
    cursor: pointer;
  }
  .problem p {
    margin: 0;
    max-width: 40ch;
  }
  :focus-visible {
    outline: 3px solid var(--shoppable-focus, #fff);
    outline-offset: -3px;
    box-shadow: 0 0 0 3px #000;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`;
