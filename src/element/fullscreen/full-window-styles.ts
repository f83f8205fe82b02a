import { css } from 'lit';

/** The stage as large as the window, less what a phone's notch and bars cover. */
export const fullWindowStyles = css`
  .stage[data-full-window] {
    position: fixed;
    inset: 0;
    z-index: 2147483647;
    width: auto;
    height: auto;
    max-width: none;
    max-height: none;
    aspect-ratio: auto;
    margin: 0;
    padding: 0;
    border: solid #000;
    border-width: env(safe-area-inset-top, 0) env(safe-area-inset-right, 0) env(safe-area-inset-bottom, 0)
      env(safe-area-inset-left, 0);
    overflow: hidden;
    overscroll-behavior: contain;
    background: #000;
    color: #fff;
  }
`;
