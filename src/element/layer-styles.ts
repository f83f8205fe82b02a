import { css } from 'lit';

/** The layers over the picture, and what is common to them. */
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
`;
