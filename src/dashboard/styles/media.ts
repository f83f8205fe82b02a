import { css } from 'lit';

/** The same in little room, in much, and on paper. It comes after what it changes. */
export const mediaStyles = css`
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
