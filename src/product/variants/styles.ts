import { css } from 'lit';

export const variantStyles = css`
  .card .option {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .card .option p {
    flex: 1 0 100%;
    margin-block-end: -2px;
    font-size: 0.875rem;
  }
  .card .value {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    max-width: 100%;
  }
  .card .value span {
    max-height: 2.8em;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .card .value i {
    width: 18px;
    height: 18px;
    border-radius: 50%;
    box-shadow: inset 0 0 0 1px #0003;
  }
  .card .value[aria-checked='true'] {
    border: 2px solid;
    padding: 0 13px;
    font-weight: 600;
  }
  .card .value[data-hint] {
    color: var(--sv-muted);
    border-style: dashed;
  }
  .card .value[data-hint] span {
    text-decoration: line-through;
  }
  .card .value[data-hint]:is(:hover, :focus-visible)::after {
    content: attr(data-hint);
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(100% + 4px);
    padding: 6px 10px;
    border-radius: 8px;
    background: var(--sv-text);
    color: var(--sv-surface);
    font-size: 0.8125rem;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
    z-index: 1;
  }
  @media (forced-colors: active) {
    .card .value[aria-checked='true'],
    .card button[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
