import { css } from 'lit';

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
    background: var(--sv-line);
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
    -webkit-line-clamp: 4;
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
    color: var(--sv-danger);
    font-size: 0.875rem;
  }
  .now {
    padding: 2px 9px;
    border-radius: 12px;
    background: var(--sv-accent);
    color: var(--sv-on-accent);
    font-size: 0.75rem;
    font-weight: 600;
  }
  /* Within its edge: what is drawn only when it is near is cut off at it. */
  .current .picture {
    outline: 3px solid var(--sv-accent);
    outline-offset: -3px;
  }
  li button:focus-visible {
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px var(--sv-surface);
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
    color: var(--sv-accent);
  }
  .note {
    flex-basis: 100%;
    margin: 0;
    padding: 4px 8px;
  }
  /* Where it would move what is below, it lies over the picture. */
  .tiles .note,
  .rail .note {
    position: absolute;
    inset: 52px 8px auto;
    border-radius: var(--_radius);
    background: var(--sv-surface);
  }
  .over .note {
    inset-block: auto 4px;
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
    max-width: calc(100% - 16px);
  }
  /* The heart is beside it. */
  .tiles li:has(.wish) .now {
    max-width: calc(100% - 50px);
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
    flex-wrap: wrap;
    align-items: center;
    background: var(--sv-surface);
    contain-intrinsic-size: auto 300px auto 88px;
  }
  .rows .product {
    flex: 1 0 0;
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
    border: 1px solid var(--sv-line);
  }
  .rows .jump:hover span,
  .rows .wish:hover span,
  .rows .product:hover {
    background: color-mix(in srgb, currentColor 6%, transparent);
  }
  .rows .jump {
    padding-inline: 4px;
  }
  /* Too narrow for buttons beside the words. */
  .list.rows .items,
  dialog .items {
    container: rows / inline-size;
  }
  @container rows (max-width: 340px) {
    .rows li {
      flex-wrap: wrap;
    }
    .rows .product {
      flex-basis: 100%;
      padding-block-end: 0;
    }
    .rows .jump {
      margin-inline-start: 84px;
    }
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
    max-width: 100%;
    overflow: hidden;
    font-size: 0.6875rem;
    line-height: 1.2;
    white-space: nowrap;
    text-overflow: ellipsis;
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
