import { css } from 'lit';

/** The shelf in its layouts. */
export const shelfStyles = css`
  :host {
    display: block;
    font: 400 1rem/1.4 var(--shoppable-font, system-ui, sans-serif);
    color: var(--_text);
    text-align: start;
    -webkit-tap-highlight-color: transparent;
    --_accent: var(--shoppable-accent, #b4451f);
    --_text: var(--shoppable-text, #1c1a18);
    --_muted: var(--shoppable-muted, #6b625a);
    --_line: var(--shoppable-line, #e4ded6);
    --_surface: var(--shoppable-surface, #fff);
    --_radius: var(--shoppable-radius, 12px);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .items {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rail .items {
    position: relative;
    grid: auto / auto-flow var(--shoppable-shelf-tile, 144px);
    padding: 4px;
    overflow: auto hidden;
    overscroll-behavior-x: contain;
    scroll-padding-inline: 4px;
    scroll-snap-type: x proximity;
    scrollbar-width: thin;
    scrollbar-color: var(--_line) transparent;
  }
  .rail li {
    scroll-snap-align: start;
  }
  .list.tiles .items {
    grid-template-columns: repeat(auto-fill, minmax(var(--shoppable-shelf-tile, 144px), 1fr));
    gap: 20px 16px;
  }
  .list.rows .items {
    gap: 4px;
  }
  /* So that the page stays where it is when the products come. */
  .shelf.rail:not(.over) {
    min-height: 256px;
  }
  .shelf.list {
    min-height: 248px;
  }
  .shelf.sheet {
    min-height: 44px;
  }
  button {
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 0 16px 0 12px;
    border-radius: 99px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1px 6px #0004;
  }
  .toggle svg,
  .close svg {
    flex: none;
  }
  dialog {
    position: fixed;
    inset: auto 0 0;
    width: min(640px, 100%);
    max-width: none;
    max-height: 80vh;
    max-height: 80dvh;
    margin: 0 auto;
    padding: 0 0 env(safe-area-inset-bottom);
    border: 0;
    border-radius: calc(var(--_radius) * 1.25) calc(var(--_radius) * 1.25) 0 0;
    overflow: hidden;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 -8px 48px #0006;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: rise 0.24s cubic-bezier(0.2, 0.8, 0.3, 1);
  }
  dialog::backdrop {
    background: #0008;
  }
  .head {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 16px 8px 8px 20px;
    padding-inline: 20px 8px;
    touch-action: none;
    cursor: grab;
  }
  .head::before {
    content: '';
    position: absolute;
    inset: 8px calc(50% - 20px) auto;
    height: 4px;
    border-radius: 2px;
    background: var(--_muted);
    opacity: 0.5;
  }
  h2 {
    margin: 0;
    font-size: 1.125rem;
    line-height: 1.3;
  }
  .close {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border-radius: 50%;
  }
  .close:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  dialog .items {
    flex: 1;
    gap: 4px;
    min-height: 0;
    padding: 4px 12px 16px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  @keyframes rise {
    from {
      transform: translateY(100%);
    }
  }
  /* In the player: only what can be pressed is in the way, and below the hotspots while it is closed. */
  :host([slot='panel']) {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  :host([slot='panel'][open]) {
    z-index: 2;
  }
  .over {
    position: absolute;
    inset: 0;
  }
  .over.covered {
    visibility: hidden;
  }
  .over > * {
    position: absolute;
    pointer-events: auto;
  }
  .over .toggle {
    inset-block-start: 12px;
    inset-inline-start: 12px;
  }
  .over .toggle:focus-visible {
    outline-color: var(--shoppable-focus, #fff);
    box-shadow: 0 0 0 5px #000;
  }
  .over > dialog {
    position: fixed;
  }
  .over.rail .items {
    position: absolute;
    inset: auto 8px 84px;
    grid-auto-columns: 272px;
    gap: 8px;
    scrollbar-width: none;
    overscroll-behavior: contain;
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
`;

/** A product: a tile with its picture above, or a row where the shelf is narrow or lies over the picture. */
export const itemStyles = css`
  li {
    position: relative;
    min-width: 0;
    border-radius: var(--_radius);
    content-visibility: auto;
    contain-intrinsic-size: auto 144px auto 248px;
  }
  .product {
    display: flex;
    flex-direction: column;
    gap: 8px;
    width: 100%;
    min-height: 44px;
    padding: 0;
    border-radius: var(--_radius);
    text-align: start;
  }
  .picture {
    flex: none;
    width: 100%;
    aspect-ratio: 1;
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--_line);
  }
  img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .words {
    display: grid;
    flex: 1;
    align-content: start;
    gap: 1px;
    min-width: 0;
    padding: 0 4px 4px;
    font-size: 0.9375rem;
    line-height: 1.35;
  }
  .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .product:hover .name {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .price {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .stock {
    color: var(--shoppable-danger, #9c2c12);
    font-size: 0.875rem;
  }
  .now {
    padding: 2px 9px;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--shoppable-on-accent, #fff);
    font-size: 0.75rem;
    font-weight: 600;
    white-space: nowrap;
  }
  /* Within its edge: what is drawn only when it is near is cut off at it. */
  .current .picture {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
  }
  li button:focus-visible {
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--_surface);
  }
  .jump,
  .wish {
    display: grid;
    place-items: center;
    min-width: 44px;
    height: 44px;
    padding: 0;
  }
  .jump span,
  .wish span {
    display: flex;
    align-items: center;
    gap: 2px;
    padding-block: 3px;
    padding-inline: 5px 9px;
    border-radius: 99px;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  .jump svg {
    width: 16px;
    height: 16px;
  }
  .wish span {
    padding: 6px;
  }
  .wish[aria-pressed='true'] {
    color: var(--_accent);
  }
  .tiles .product {
    position: relative;
  }
  .tiles li {
    container-type: inline-size;
  }
  .tiles .words {
    min-height: 5.6em;
  }
  /* What else can be pressed lies over the picture, which is as high as the tile is wide. */
  .tiles .now,
  .tiles .jump,
  .tiles .wish {
    position: absolute;
  }
  .tiles .jump span,
  .tiles .wish span {
    background: #14110fe0;
    color: #fff;
  }
  .tiles .jump:hover span,
  .tiles .wish:hover span {
    background: #000;
  }
  .tiles .wish[aria-pressed='true'] path {
    fill: #ff9c8a;
  }
  .tiles .now {
    inset-block-start: 8px;
    inset-inline-start: 8px;
  }
  .tiles .jump {
    inset-block-start: calc(100cqi - 46px);
    inset-inline-start: 4px;
  }
  .tiles .wish {
    inset-block-start: 2px;
    inset-inline-end: 2px;
  }
  .rows li {
    display: flex;
    align-items: center;
    background: var(--_surface);
    contain-intrinsic-size: auto 300px auto 88px;
  }
  .rows .product {
    flex: 1;
    flex-direction: row;
    align-items: center;
    gap: 12px;
    min-width: 0;
    padding: 8px;
  }
  .rows .words {
    overflow: hidden;
  }
  .rows .picture {
    width: 72px;
  }
  .rows .words {
    padding: 0;
  }
  .rows .now {
    justify-self: start;
  }
  .rows .jump span {
    border: 1px solid var(--_line);
  }
  .rows .jump:hover span,
  .rows .wish:hover span,
  .rows .product:hover {
    background: color-mix(in srgb, currentColor 6%, transparent);
  }
  .rows .jump {
    padding-inline: 4px;
  }
  .over.rail li {
    height: 76px;
    box-shadow: 0 2px 12px #0005;
  }
  .over.rail .product {
    gap: 10px;
    padding: 6px;
    height: 100%;
  }
  .over.rail .picture {
    width: 64px;
    border-radius: calc(var(--_radius) * 0.75);
  }
  .over.rail .words {
    font-size: 0.875rem;
    line-height: 1.3;
  }
  .over.rail .name,
  .over.rail .price,
  .over.rail .stock {
    display: block;
    white-space: nowrap;
    text-overflow: ellipsis;
    overflow: hidden;
  }
  .over.rail .now {
    font-size: 0.6875rem;
    line-height: 1.2;
  }
  .over.rail .now ~ .stock {
    display: none;
  }
  @media (forced-colors: active) {
    .current .picture,
    .toggle,
    .now,
    .tiles .jump span,
    .tiles .wish span {
      outline: 2px solid;
    }
  }
`;
