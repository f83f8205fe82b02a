import { css } from 'lit';

/** What stands below the head: columns, charts with what belongs to each, figures, headlines, steps, the film. */
export const panelStyles = css`
  main {
    display: grid;
    gap: 24px;
    min-width: 0;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  .chart,
  .panel,
  .todo {
    display: flex;
    flex-direction: column;
    gap: 14px;
    min-width: 0;
    padding: 20px;
    border: 1px solid var(--sv-line);
    border-radius: var(--_radius);
    background: var(--sv-surface);
  }
  figcaption p,
  .note {
    max-width: 68ch;
    margin-block-start: 2px;
    color: var(--sv-muted);
    font-size: 0.875rem;
  }
  .chart > footer {
    display: grid;
    grid-template-columns: auto auto 1fr;
    align-items: start;
    gap: 4px 20px;
    margin-block-start: auto;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--sv-line);
    color: var(--sv-muted);
    font-size: 0.8125rem;
  }
  .chart > footer .links {
    grid-row: 1;
    grid-column: 3;
    justify-self: end;
  }
  .links a,
  summary {
    display: inline-block;
    padding-block: 4px;
  }
  .links a + a {
    margin-inline-start: 14px;
  }
  summary {
    cursor: pointer;
  }
  summary:hover {
    color: var(--sv-accent);
  }
  /* Open, it takes a line of its own below the others. */
  .chart > footer > details[open] {
    grid-column: 1 / -1;
    grid-row: auto;
    min-width: 0;
  }
  .how__words {
    display: grid;
    gap: 8px;
    max-width: 76ch;
    padding-block: 8px;
    color: var(--sv-text);
    font-size: 0.875rem;
  }
  code,
  pre {
    font: 0.8125rem/1.55 ui-monospace, 'Cascadia Mono', Menlo, monospace;
  }
  pre {
    margin: 0;
    padding: 14px;
    border-radius: calc(var(--_radius) * 0.6);
    background: color-mix(in srgb, var(--sv-text) 6%, var(--sv-surface));
    overflow-x: auto;
  }
  .snippet,
  .snippet > div {
    display: grid;
    align-content: start;
    gap: 10px 24px;
    min-width: 0;
  }
  .snippet pre {
    max-height: 320px;
  }
  .snippet .copy {
    justify-self: start;
  }
  .figures-row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 20px 32px;
  }
  .figure dt {
    color: var(--sv-muted);
    font-size: 0.875rem;
  }
  .figure dd {
    display: grid;
    font-variant-numeric: tabular-nums;
  }
  .figure b {
    font-size: 1.75rem;
    font-weight: 620;
    line-height: 1.25;
    letter-spacing: -0.02em;
  }
  .figure span {
    color: var(--sv-muted);
    font-size: 0.8125rem;
  }
  /* A text in another language than the page's keeps its own order of words, and its place. */
  [dir='rtl'] :is(p, small, h3, h4, .todo span) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .headline {
    max-width: 60ch;
    font-size: 1.125rem;
    font-weight: 600;
    line-height: 1.4;
  }
  .headline span {
    color: var(--sv-muted);
    font-weight: 400;
  }
  .todo ol {
    display: grid;
    gap: 14px;
    counter-reset: step;
  }
  .todo li {
    display: grid;
    grid-template-columns: 28px 1fr;
    counter-increment: step;
  }
  .todo li::before {
    content: counter(step);
    grid-row: 1 / 3;
    color: var(--sv-accent);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .todo a {
    font-weight: 600;
  }
  .todo li span,
  .todo > p {
    color: var(--sv-muted);
    font-size: 0.875rem;
  }
  .title {
    font-size: 1.25rem;
    letter-spacing: -0.01em;
  }
  .headline button {
    min-height: 32px;
    margin-inline: 6px;
    font-size: 0.8125rem;
  }
  .verdict {
    display: inline-block;
    max-width: 22ch;
    white-space: normal;
  }
  .chosen {
    background: color-mix(in srgb, var(--sv-accent) 8%, transparent);
  }
  .action {
    padding: 12px 16px;
    border: 1px solid var(--sv-line);
    border-radius: calc(var(--_radius) * 0.6);
  }
  .action summary {
    font-weight: 600;
  }
  .action[open] > * + * {
    margin-block-start: 10px;
  }
  .stage {
    display: grid;
    gap: 20px 32px;
  }
  .stage__film,
  .stage__words {
    display: grid;
    align-content: start;
    gap: 14px;
    min-width: 0;
  }
  .stage__words .headline {
    display: grid;
    justify-items: start;
    gap: 10px;
    font-size: 1.25rem;
  }
  .stage__words .headline button {
    margin: 0;
  }
  .stage__words .headline span {
    font-size: 0.9375rem;
  }
  .scene {
    font-variant-numeric: tabular-nums;
  }
  .funnel .drawn {
    min-width: 90px;
  }
  .funnel .bar {
    min-width: 80px;
  }
  .why {
    display: grid;
    gap: 14px;
    min-width: 0;
  }
`;
