import { css } from 'lit';

export const hotspotStyles = css`
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
  .out {
    visibility: hidden;
  }
  .hotspot .dot {
    width: 22px;
    height: 22px;
    border: 5px solid #fff;
    border-radius: 50%;
    background: var(--shoppable-hotspot, var(--sv-accent));
    box-shadow: 0 0 0 1px #0003, 0 2px 10px #0007;
    animation: appear 0.35s cubic-bezier(0.2, 1.4, 0.4, 1);
  }
  .hotspot:hover .dot,
  .hotspot:focus-visible .dot {
    transform: scale(1.25);
  }
  .hotspot .label {
    position: absolute;
    inset-block-end: 44px;
    display: grid;
    width: max-content;
    max-width: 220px;
    padding: 6px 12px;
    border-radius: 8px;
    background: var(--sv-surface);
    color: var(--sv-text);
    font-size: 0.8125rem;
    line-height: 1.3;
    text-align: center;
    box-shadow: 0 2px 12px #0005;
    visibility: hidden;
    opacity: 0;
    transition: opacity 0.12s;
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
  @keyframes appear {
    from {
      opacity: 0;
      transform: scale(0.3);
    }
  }
  @media (forced-colors: active) {
    .hotspot .dot {
      border-color: ButtonText;
    }
    .fill {
      background: Highlight !important;
    }
    /* An icon has the colour of a button's text, which is seen on a button's background, not on a picture. */
    .controls button,
    .track,
    .hotspot:focus-visible {
      background: ButtonFace !important;
    }
  }
`;
