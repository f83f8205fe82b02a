import { css } from 'lit';

/** The page around the charts: one column of figures, quiet lines, one colour for what matters. */
export const pageStyles = css`
  :host {
    container: insights / inline-size;
    font-size: 0.9375rem;
    line-height: 1.5;
  }
  .page {
    display: grid;
    gap: 24px;
    min-width: 0;
  }
  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  figure,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 1.5rem;
    font-weight: 650;
    letter-spacing: -0.015em;
  }
  h3 {
    font-size: 1rem;
    font-weight: 650;
  }
  h4 {
    margin-block: 16px 8px;
    font-size: 0.875rem;
    font-weight: 650;
  }
  a {
    color: inherit;
    text-decoration-color: var(--sv-line);
    text-underline-offset: 3px;
  }
  a:hover {
    color: var(--sv-accent);
    text-decoration-color: currentColor;
  }
  :focus-visible {
    outline: 2px solid var(--sv-accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  [tabindex='-1']:focus-visible {
    outline-offset: 8px;
  }
  small,
  .aside {
    color: var(--sv-muted);
    font-size: 0.8125rem;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  header {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: end;
    gap: 12px 24px;
    min-width: 0;
  }
  nav {
    grid-column: 1 / -1;
    grid-row: 2;
    min-width: 0;
    border-block-end: 1px solid var(--sv-line);
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav ul {
    display: flex;
    gap: 4px 28px;
  }
  nav a {
    display: block;
    padding-block: 12px;
    border-block-end: 2px solid transparent;
    color: var(--sv-muted);
    white-space: nowrap;
    text-decoration: none;
  }
  nav a:focus-visible {
    outline-offset: -3px;
  }
  nav a[aria-current] {
    border-color: var(--sv-accent);
    color: var(--sv-text);
    font-weight: 600;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px 16px;
    min-width: 0;
  }
  .controls label {
    display: grid;
    gap: 2px;
    min-width: 0;
    color: var(--sv-muted);
    font-size: 0.75rem;
  }
  .controls .check {
    display: flex;
    align-items: center;
    align-self: end;
    gap: 8px;
    min-height: 40px;
    font-size: 0.875rem;
  }
  select,
  input[type='date'],
  button {
    min-height: 40px;
    max-width: 100%;
    padding: 0 10px;
    border: 1px solid var(--sv-line);
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--sv-surface);
    color: var(--sv-text);
    font: inherit;
    font-size: 0.875rem;
  }
  input[type='checkbox'] {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--sv-accent);
  }
  button {
    cursor: pointer;
    padding-inline: 14px;
    font-weight: 550;
  }
  button:hover {
    border-color: currentColor;
  }
  .simulated,
  .warning {
    padding: 10px 14px;
    border-inline-start: 3px solid var(--sv-accent);
    background: color-mix(in srgb, var(--sv-accent) 9%, var(--sv-surface));
  }
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
  @container insights (min-width: 980px) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .columns > .wide {
      grid-column: 1 / -1;
    }
    .snippet {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .stage {
      grid-template-columns: minmax(0, 860px) minmax(220px, 1fr);
    }
  }
  @container insights (max-width: 800px) {
    th,
    td {
      padding-inline: 7px;
    }
    .arms .bar {
      min-width: 88px;
    }
    .arms .drawn {
      width: auto;
      min-width: 100px;
    }
  }
  @container insights (max-width: 640px) {
    header {
      grid-template-columns: minmax(0, 1fr);
    }
    .controls {
      justify-content: start;
    }
    .chart,
    .panel,
    .todo {
      padding: 16px;
    }
    .chart > footer {
      grid-template-columns: auto 1fr;
    }
    .chart > footer .links {
      grid-row: auto;
      grid-column: 1 / -1;
      justify-self: start;
    }
    .figures-row {
      grid-template-columns: 1fr 1fr;
      gap: 20px 16px;
    }
    .figure b {
      font-size: 1.375rem;
    }
  }
  @media print {
    nav,
    .controls,
    .chart > footer .links,
    button {
      display: none;
    }
    .chart,
    .panel,
    .todo {
      break-inside: avoid;
      padding: 0;
      border: 0;
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
