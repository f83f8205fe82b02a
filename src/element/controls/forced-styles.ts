import { css } from 'lit';

/** In forced colours an icon has the colour of a button's text, which needs a button's background on the dark picture. */
export const forcedStyles = css`
  @media (forced-colors: active) {
    .controls button {
      background: ButtonFace;
    }
    /* Shadows are not drawn. */
    .controls [aria-pressed='true'] {
      border-block-end: 3px solid Highlight;
    }
  }
`;
