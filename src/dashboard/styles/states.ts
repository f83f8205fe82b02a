import { css } from 'lit';

/** What is said where nothing can be shown, and how sure something is. */
export const stateStyles = css`
  .waiting {
    display: grid;
    gap: 12px;
    min-height: 120px;
    align-content: center;
  }
  .waiting i {
    height: 12px;
    border-radius: 6px;
    background: var(--sv-line);
    animation: waiting 1.4s ease-in-out infinite alternate;
  }
  .waiting i:nth-of-type(2) {
    width: 76%;
  }
  .waiting i:nth-of-type(3) {
    width: 48%;
  }
  @keyframes waiting {
    to {
      opacity: 0.35;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .waiting i {
      animation: none;
    }
  }
  .trouble,
  .empty {
    display: grid;
    justify-items: start;
    gap: 8px;
    max-width: 60ch;
    padding-block: 12px;
    color: var(--sv-muted);
  }
  .trouble b {
    color: var(--sv-danger);
  }
  .empty b {
    color: var(--sv-text);
  }
  .trust {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 32px;
    color: var(--sv-muted);
    font-size: 0.8125rem;
  }
  .trust b {
    color: var(--sv-text);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    font-size: 0.875rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .badge::before {
    content: '';
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: currentColor;
  }
  .good {
    color: var(--sv-success);
  }
  .bad {
    color: var(--sv-danger);
  }
  .open {
    color: var(--sv-muted);
  }
  .open.badge::before {
    background: none;
    border: 2px solid;
  }
`;
