import { css } from 'lit';

/** How many, the two ways to buy, and what came of it. */
export const buyStyles = css`
  .card .foot {
    padding: 12px 20px 16px;
    border-block-start: 1px solid var(--sv-line);
  }
  .card .buy {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 10px;
    text-align: center;
  }
  .card .quantity {
    display: flex;
    align-items: center;
    border: 1px solid var(--sv-line);
    border-radius: calc(var(--shoppable-radius, 12px) * 0.75);
  }
  .card .quantity button {
    border: 0;
    padding: 0;
    font-size: 1.25rem;
  }
  .card .quantity output {
    min-width: 2ch;
    font-variant-numeric: tabular-nums;
  }
  .card button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .card .add-to-cart {
    border-color: transparent;
    background: var(--sv-accent);
    color: var(--sv-on-accent);
    font-weight: 600;
  }
  .card .buy-now {
    grid-column: 1 / -1;
    border-color: currentColor;
    font-weight: 600;
  }
  /* In a low player one row of buttons, so that name and price are in view beside them. */
  @container shoppable (max-height: 560px) {
    .card:not(.sheet) .foot {
      padding-block: 10px;
    }
    .card:not(.sheet) .buy {
      grid-template-columns: auto 1.25fr 1fr;
      gap: 8px;
    }
    .card:not(.sheet) .buy > :is(a, button) {
      padding-inline: 6px;
      font-size: 0.9375rem;
    }
    .card:not(.sheet) .quantity button {
      min-width: 36px;
    }
    .card:not(.sheet) .buy-now {
      grid-column: auto;
    }
  }
  .card [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .card .outcome:empty {
    display: none;
  }
  .card .outcome {
    margin-block-end: 10px;
    font-size: 0.9375rem;
  }
  .card .outcome.accepted {
    color: var(--sv-success);
    font-weight: 600;
  }
  .card .outcome.partial,
  .card .outcome.refused {
    color: var(--sv-danger);
    font-weight: 600;
  }
  @container shoppable (max-height: 430px) {
    .card:not(.sheet) .foot {
      padding-block: 8px;
    }
    .card:not(.sheet) .buy {
      grid-template-columns: auto 1fr 1fr;
      gap: 8px;
      font-size: 0.875rem;
    }
    .card:not(.sheet) .buy > :is(button, a) {
      grid-column: auto;
      padding: 0 6px;
      line-height: 1.15;
    }
  }
`;
