import { css } from 'lit';

export const sceneStyles = css`
  .scene {
    position: absolute;
    z-index: 2;
    inset-block-end: 80px;
    /* Over its button: the bar runs from left to right in every language. */
    right: 12px;
    display: grid;
    gap: 4px;
    width: min(340px, calc(100% - 24px));
    max-height: calc(100% - 96px);
    margin: 0;
    padding: 6px;
    overflow: auto;
    border-radius: var(--shoppable-radius, 12px);
    background: var(--sv-surface);
    color: var(--sv-text);
    list-style: none;
    box-shadow: 0 8px 32px #0006;
    --shoppable-focus: var(--sv-accent);
  }
  /* It is where it was, with the focus on what was opened, when the card is closed. */
  .has-card .scene {
    visibility: hidden;
  }
  .scene button {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 56px;
    padding: 6px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.9375rem;
    text-align: start;
    cursor: pointer;
  }
  .scene span {
    flex: 1;
    overflow-wrap: anywhere;
  }
  /* Names and values come in the shop's language, and stay in line with the texts around them. */
  .scene [dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .scene button:hover {
    background: #0000000d;
  }
  .scene img {
    border-radius: 6px;
    object-fit: cover;
  }
  .scene .none {
    padding: 12px;
    color: var(--sv-muted);
  }
`;
