import { css } from 'lit';

export const compareStyles = css`
  .card:has(.compare:not([hidden])) {
    width: min(640px, calc(100% - 24px));
  }
  .card.sheet:has(.compare:not([hidden])) {
    width: 100%;
  }
  .compare {
    outline: none;
    box-shadow: none;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .compare .bar {
    display: flex;
    gap: 10px;
    padding-block: 8px;
    padding-inline: 12px 60px;
    border-block-end: 1px solid var(--sv-line);
  }
  .compare label {
    flex: 1;
    min-width: 0;
  }
  .compare select {
    width: 100%;
  }
  .compare table {
    width: 100%;
    table-layout: fixed;
    border-spacing: 0;
    font-size: 0.9375rem;
    text-align: start;
  }
  .compare thead th {
    padding: 16px 12px 12px;
    font-weight: 600;
    vertical-align: top;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .compare img {
    display: block;
    width: 100%;
    height: min(30cqh, 180px);
    margin-block-end: 8px;
    border-radius: calc(var(--shoppable-radius, 12px) * 0.75);
    object-fit: contain;
    background: color-mix(in srgb, currentColor 6%, var(--sv-surface));
  }
  .sheet .compare img {
    height: 120px;
  }
  .compare tbody th {
    padding: 8px 12px 0;
    border-block-start: 1px solid var(--sv-line);
    color: var(--sv-muted);
    font-size: 0.8125rem;
    font-weight: 400;
    text-align: start;
  }
  .compare td {
    padding: 0 12px 8px;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .card .compare .rating {
    margin: 0;
  }
  .card .compare .foot {
    padding-inline: 12px;
  }
  .compare .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px;
  }
  .card .compare .told {
    margin-block-end: 8px;
  }
  .card .compare .told:empty {
    display: none;
  }
  .card .compare .take {
    border-color: transparent;
    background: var(--sv-accent);
    color: var(--sv-on-accent);
  }
`;
