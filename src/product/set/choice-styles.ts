import { css } from 'lit';

/** What the set and the comparison have in common: names, choices, and what the shop said. */
export const choiceStyles = css`
  .set label span,
  .compare th span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .card small {
    display: block;
    color: var(--sv-muted);
    font-weight: 400;
  }
  .card select {
    min-height: 44px;
    max-width: 100%;
    padding-inline: 10px;
    border: 1px solid var(--sv-line);
    border-radius: calc(var(--shoppable-radius, 12px) * 0.75);
    background: var(--sv-surface);
    color: inherit;
    font: inherit;
    font-size: 0.9375rem;
    text-overflow: ellipsis;
  }
  .card .yes,
  .card .no {
    font-size: 0.875rem;
    font-weight: 600;
  }
  .card .yes {
    color: var(--sv-success);
  }
  .card .no {
    color: var(--sv-danger);
  }
  .card .take {
    font-weight: 600;
  }
`;
