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
    background: var(--sv-surface);
    color: var(--sv-text);
    box-shadow: 0 12px 48px #0006;
    touch-action: manipulation;
    animation: enter 0.2s ease-out;
    z-index: 3;
    --_pictures: min(44cqh, 300px);
    --shoppable-focus: var(--sv-accent);
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
  .card.sheet {
    position: fixed;
    inset: auto 0 0;
    width: 100%;
    max-height: 85dvh;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    padding-block-end: env(safe-area-inset-bottom);
    --_pictures: min(72vw, 34dvh);
  }
  /* At 400 % the buttons below would leave no room for what is above them: all of it scrolls. */
  @media (max-height: 400px) {
    .card.sheet[open] {
      display: block;
      max-height: 100dvh;
      overflow: auto;
    }
    .card.sheet .scroll {
      overflow: visible;
    }
  }
  @container shoppable (max-height: 560px) {
    .card:not(.sheet) {
      --_pictures: 30cqh;
    }
  }
  .card::backdrop {
    background: #0008;
  }
  .card .about {
    display: grid;
    gap: 12px;
    padding: 16px 20px;
  }
  .card h2,
  .card h3,
  .card p,
  .card dl,
  .card dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .card h2 {
    font-size: 1.25rem;
    line-height: 1.25;
    outline: none;
    box-shadow: none;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
  }
  .gallery[hidden] + .about .brand,
  .gallery[hidden] + .about h2 {
    padding-inline-end: 40px;
  }
  /* Names and values come in the shop's language, and stay in line with the texts around them. */
  .card [dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .card h3 {
    margin-block-end: 6px;
    font-size: 0.9375rem;
  }
  .card .brand {
    margin-block-end: -8px;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    color: var(--sv-muted);
    font-size: 0.8125rem;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .card .price {
    font-size: 1.125rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .card .pay {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin-block: -6px;
  }
  .card .tools {
    display: flex;
    gap: 4px;
    margin-inline-end: -10px;
  }
  .card .tools button {
    padding: 0;
    border: 0;
    border-radius: 50%;
  }
  .card .save[aria-pressed='true'] {
    background: var(--sv-accent);
    color: var(--sv-on-accent);
  }
  .card s {
    margin-inline-start: 8px;
    color: var(--sv-muted);
    font-weight: 400;
  }
  .card .description {
    color: var(--sv-muted);
    font-size: 0.9375rem;
  }
  .card .rating {
    margin-block-start: -6px;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }
  .card .rating i {
    background-image: linear-gradient(
      90deg,
      var(--sv-accent) var(--_part),
      var(--sv-line) 0
    );
    -webkit-background-clip: text;
    background-clip: text;
    color: #0000;
    font-style: normal;
    letter-spacing: 0.1em;
    direction: ltr;
    unicode-bidi: isolate;
  }
  .card .rating span,
  .card dt {
    color: var(--sv-muted);
  }
  .card .left {
    margin-block-start: -6px;
    color: var(--sv-danger);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .card dl {
    font-size: 0.875rem;
  }
  .card dl div {
    display: grid;
    grid-template-columns: 2fr 3fr;
    gap: 12px;
    padding-block: 6px;
    border-block-start: 1px solid var(--sv-line);
  }
  .card .other {
    display: grid;
    grid-template-columns: 52px 1fr auto;
    gap: 12px;
    width: 100%;
    margin-block-end: 6px;
    padding-block: 4px;
    padding-inline: 4px 12px;
    font-size: 0.9375rem;
    text-align: start;
  }
  .card .other span {
    overflow-wrap: anywhere;
    width: 100%;
  }
  .card .other img {
    border-radius: 6px;
    object-fit: cover;
  }
  .card button,
  .card a {
    display: inline-grid;
    place-items: center;
    min-width: 44px;
    min-height: 44px;
    margin: 0;
    padding: 0 14px;
    border: 1px solid var(--sv-line);
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
  }
  .card .close,
  .card .round {
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--sv-surface);
    box-shadow: 0 1px 6px #0003;
    z-index: 1;
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
