import { css } from 'lit';

/** A line of the cart. */
export const lineStyles = css`
  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr) auto;
    gap: 4px 14px;
    padding-block: 14px;
  }
  li + li {
    border-block-start: 1px solid var(--sv-line);
  }
  .picture {
    grid-row: span 2;
    width: 72px;
    height: 72px;
    border-radius: calc(var(--_radius) * 0.75);
    overflow: hidden;
    background: var(--sv-line);
  }
  img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .about {
    display: grid;
    align-content: start;
    justify-items: start;
    min-width: 0;
  }
  .name {
    max-width: 100%;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  a.name:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .price {
    grid-area: 1 / 3;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .change {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .quantity {
    display: inline-flex;
    align-items: center;
    border: 1px solid var(--sv-line);
    border-radius: calc(var(--_radius) * 0.75);
  }
  .step {
    width: 44px;
    height: 44px;
    padding: 0;
    font-size: 1.25rem;
  }
  output {
    min-width: 2ch;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .remove {
    min-height: 44px;
    padding: 0 4px;
    color: var(--sv-muted);
    font-size: 0.875rem;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  [aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  li[aria-busy='true'] output,
  li[aria-busy='true'] .price {
    opacity: 0.45;
  }
  .pending:empty {
    display: none;
  }
  .note {
    grid-column: 1 / -1;
    color: var(--sv-danger);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  @container cart (max-width: 300px) {
    li {
      grid-template-columns: 56px minmax(0, 1fr) auto;
      gap: 4px 10px;
    }
    .picture {
      width: 56px;
      height: 56px;
    }
    .change {
      grid-column: 1 / -1;
    }
  }
`;
