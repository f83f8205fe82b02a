import { css } from 'lit';

/** The settings menu: above the bar, or where the player is low all over it. */
export const menuStyles = css`
  .menu {
    position: absolute;
    z-index: 3;
    right: 8px;
    bottom: 80px;
    width: min(300px, calc(100cqw - 16px));
    max-height: calc(100cqh - 92px);
    padding: 6px;
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: var(--shoppable-radius, 12px);
    /* The shade at the lower edge says that there is more below it; at the end it goes away under the first layer. */
    background:
      linear-gradient(#0000, var(--sv-surface) 70%) local 0 100% / 100% 32px no-repeat,
      linear-gradient(#0000, #0004) 0 100% / 100% 12px no-repeat,
      var(--sv-surface);
    color: var(--sv-text);
    font-size: 0.9375rem;
    line-height: 1.3;
    text-align: start;
    box-shadow: 0 8px 32px #0006;
    pointer-events: auto;
    --shoppable-focus: var(--sv-accent);
  }
  .menu .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    width: 100%;
    height: auto;
    min-height: 44px;
    padding: 6px 10px;
    border-radius: 8px;
    color: inherit;
    text-align: start;
    cursor: pointer;
  }
  .menu .row:hover,
  .menu .head button:hover {
    background: color-mix(in srgb, currentColor 8%, #0000);
  }
  .menu .name {
    flex: 1;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .menu .value {
    flex: 0 1 auto;
    max-width: 55%;
    overflow: hidden;
    color: var(--sv-muted);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .menu svg {
    flex: none;
    width: 20px;
    height: 20px;
  }
  .menu[dir='rtl'] :is([data-page], .back) svg {
    transform: scaleX(-1);
  }
  .menu .head {
    position: sticky;
    inset-block-start: -6px;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 4px;
    margin: -6px -6px 2px;
    padding: 2px 6px;
    border-block-end: 1px solid var(--sv-line);
    background: var(--sv-surface);
  }
  .menu .head b {
    flex: 1;
    padding-inline: 6px;
    font-weight: 600;
  }
  .menu .head button {
    color: inherit;
  }
  .menu .short {
    display: none;
  }
  .menu [aria-checked='false'] svg {
    visibility: hidden;
  }
  .menu [aria-checked='true'] .name {
    font-weight: 600;
  }
  .menu [aria-checked] .value {
    flex: none;
  }
  .menu .chips {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(64px, 1fr));
  }
  .menu .chips .row {
    justify-content: center;
    padding-inline: 2px;
    text-align: center;
    white-space: nowrap;
  }
  .menu .chips svg {
    display: none;
  }
  .menu .chips [aria-checked='true'] {
    border: 2px solid;
  }
  @container shoppable (max-height: 300px) {
    .menu {
      inset: auto 4px 4px;
      width: auto;
      max-height: calc(100cqh - 8px);
    }
    .menu .short {
      display: flex;
    }
  }
  @media (forced-colors: active) {
    .menu {
      border: 1px solid;
    }
  }
`;
