import { css } from 'lit';

/** Tables, and figures in them. */
export const tableStyles = css`
  .scroller {
    min-width: 0;
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 10px 12px;
    border-block-end: 1px solid var(--sv-line);
    text-align: start;
    vertical-align: middle;
  }
  tr > :first-child {
    padding-inline-start: 0;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  /* The name of two rows stands beside both. */
  .roi tr:nth-child(even) > :first-child,
  .models tr:nth-child(even) > :first-child {
    padding-inline-start: 12px;
  }
  tbody tr:nth-last-child(2) > [rowspan] {
    border-block-end: 0;
  }
  thead th {
    padding-block: 6px;
    color: var(--sv-muted);
    font-size: 0.8125rem;
    font-weight: 450;
    white-space: nowrap;
  }
  tbody th {
    min-width: 9em;
    font-weight: 600;
  }
  th small,
  td small {
    display: block;
    font-weight: 400;
  }
  .number small {
    white-space: nowrap;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .figures th,
  .figures td {
    padding: 6px 14px 6px 0;
    padding-inline: 0 14px;
    color: var(--sv-text);
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .figures tbody th {
    font-weight: 450;
  }
  .figures .number {
    text-align: end;
  }
`;
