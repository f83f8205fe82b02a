import { css } from 'lit';

export const setStyles = css`
  .set {
    display: grid;
    gap: 8px;
    padding: 14px;
    border-radius: var(--shoppable-radius, 12px);
    background: color-mix(in srgb, currentColor 5%, var(--sv-surface));
  }
  .set ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .set label {
    display: grid;
    grid-template-columns: 22px 52px 1fr auto;
    align-items: center;
    gap: 10px;
    min-height: 52px;
    font-size: 0.9375rem;
    cursor: pointer;
  }
  .set input {
    width: 22px;
    height: 22px;
    margin: 0;
    accent-color: var(--sv-accent);
  }
  .set img {
    border-radius: 6px;
    object-fit: cover;
  }
  .set select {
    width: calc(100% - 94px);
    margin-inline-start: 94px;
  }
  .set li p {
    margin-inline-start: 94px;
  }
  .set .take {
    grid-auto-flow: column;
    justify-content: center;
    gap: 10px;
    width: 100%;
    border-color: currentColor;
  }
  .set .bundle {
    display: grid;
    gap: 6px;
    margin-block-start: 6px;
    padding-block-start: 14px;
    border-block-start: 1px solid var(--sv-line);
  }
  .set h3 {
    margin: 0;
  }
`;
