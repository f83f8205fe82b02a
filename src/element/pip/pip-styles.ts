import { css } from 'lit';

/** The window: the picture, and the products of the scene in a row below it. */
export const pipStyles = css`
  :host {
    position: fixed !important;
    inset: 0 !important;
    display: flex !important;
    flex-direction: column;
    width: auto !important;
    height: auto !important;
    min-width: 0 !important;
    max-width: none !important;
    min-height: 0 !important;
    max-height: none !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    border-radius: 0 !important;
    aspect-ratio: auto !important;
    transform: none !important;
    outline: none;
    box-shadow: none;
  }
  .film {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  .film .stage {
    position: absolute;
    inset: 0;
    aspect-ratio: auto;
  }
  .rail {
    flex: none;
    overflow: hidden;
    background: var(--sv-surface);
  }
  .rail .scene {
    position: static;
    display: flex;
    gap: 6px;
    width: auto;
    min-height: 84px;
    max-height: none;
    padding: 8px;
    overflow: auto hidden;
    scrollbar-width: thin;
    border-radius: 0;
    box-shadow: none;
  }
  .rail li {
    flex: 0 0 min(180px, 80%);
  }
  .rail .scene button {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 10px;
    height: 100%;
    min-height: 68px;
    font-size: 0.875rem;
    line-height: 1.3;
  }
  .rail img {
    grid-row: span 2;
  }
  .rail b {
    grid-column: -2;
    align-self: start;
  }
  .rail .scene span {
    align-self: end;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .rail .none {
    flex: 1;
    align-content: center;
  }
  .controls [part='fullscreen'] {
    display: none;
  }
  /* In a low window the list is behind its button again. */
  @media (max-height: 220px) {
    .rail {
      display: none;
    }
  }
  @media (min-height: 221px) {
    .controls [part='scene-toggle'] {
      display: none;
    }
  }
`;
