import { css } from 'lit';

export const cardStyles = css`
  .card {
    position: absolute;
    inset-block: 12px;
    inset-inline: auto 12px;
    width: min(360px, calc(100% - 24px));
    max-width: none;
    height: fit-content;
    max-height: calc(100% - 24px);
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--shoppable-radius, 12px);
    overflow: hidden;
    background: var(--shoppable-surface, #fff);
    color: var(--shoppable-text, #1c1a18);
    box-shadow: 0 12px 48px #0006;
    animation: enter 0.22s cubic-bezier(0.2, 0.8, 0.3, 1);
    z-index: 3;
    --shoppable-focus: var(--shoppable-accent, #b4451f);
  }
  .card[open] {
    display: flex;
    flex-direction: column;
  }
  .card .scroll {
    overflow: auto;
    overscroll-behavior: contain;
    min-height: 0;
  }
  .card .foot {
    padding: 12px 20px 16px;
    border-block-start: 1px solid var(--shoppable-line, #e4ded6);
  }
  .card.sheet {
    position: fixed;
    inset: auto 0 0;
    width: 100%;
    max-height: 85vh;
    max-height: 85dvh;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    padding-block-end: env(safe-area-inset-bottom);
  }
  .card::backdrop {
    background: #0008;
  }
  .card .about {
    display: grid;
    gap: 12px 16px;
    padding: 16px 20px;
  }
  .card .about.pictured {
    grid-template-columns: 116px 1fr;
    grid-template-rows: auto auto 1fr;
  }
  .card .about > * {
    grid-column: 1 / -1;
  }
  .card .pictured > :is(.brand, h2, .price) {
    grid-column: 2;
  }
  .card .pictured > .picture {
    grid-area: 1 / 1 / span 3;
    width: 116px;
    height: 116px;
    object-fit: cover;
    border-radius: calc(var(--shoppable-radius, 12px) * 0.75);
    background: var(--shoppable-line, #e4ded6);
  }
  .card h2,
  .card p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .card h2 {
    font-size: 1.25rem;
    line-height: 1.25;
    outline: none;
    box-shadow: none;
    padding-inline-end: 36px;
  }
  .card .brand {
    margin-block-end: -10px;
    color: var(--shoppable-muted, #6b625a);
    font-size: 0.8125rem;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .card .price {
    font-size: 1.125rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .card s {
    margin-inline-start: 8px;
    color: var(--shoppable-muted, #6b625a);
    font-weight: 400;
  }
  .card .description {
    color: var(--shoppable-muted, #6b625a);
    font-size: 0.9375rem;
  }
  .card fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .card legend {
    margin-block-end: 6px;
    padding: 0;
    font-size: 0.875rem;
  }
  .card button,
  .card a {
    display: inline-grid;
    place-items: center;
    min-width: 44px;
    min-height: 44px;
    margin: 0;
    padding: 0 14px;
    border: 1px solid var(--shoppable-line, #e4ded6);
    border-radius: calc(var(--shoppable-radius, 12px) * 0.75);
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  .card .close {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--shoppable-surface, #fff);
    box-shadow: 0 1px 6px #0003;
    z-index: 1;
  }
  .card .value {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .card .value i {
    width: 18px;
    height: 18px;
    border-radius: 50%;
    box-shadow: inset 0 0 0 1px #0003;
  }
  .card .value[aria-pressed='true'] {
    border-color: currentColor;
    box-shadow: inset 0 0 0 1px currentColor;
    font-weight: 600;
  }
  .card .value[data-impossible] {
    color: var(--shoppable-muted, #6b625a);
    border-style: dashed;
    text-decoration: line-through;
  }
  .card .buy {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 10px;
  }
  .card .quantity {
    display: flex;
    align-items: center;
    border: 1px solid var(--shoppable-line, #e4ded6);
    border-radius: calc(var(--shoppable-radius, 12px) * 0.75);
  }
  .card .quantity button {
    border: 0;
    padding: 0;
    font-size: 1.25rem;
  }
  .card .quantity output {
    min-width: 2ch;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .card button:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .card .add-to-cart {
    border-color: transparent;
    background: var(--shoppable-accent, #b4451f);
    color: var(--shoppable-on-accent, #fff);
    font-weight: 600;
  }
  .card .buy-now {
    grid-column: 1 / -1;
    border-color: currentColor;
    font-weight: 600;
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
    color: var(--shoppable-success, #1d6b3a);
    font-weight: 600;
  }
  .card .outcome.partial,
  .card .outcome.refused {
    color: var(--shoppable-danger, #9c2c12);
    font-weight: 600;
  }
  .card .details {
    justify-self: start;
    padding: 0;
    border: 0;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @keyframes enter {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
`;
