import { css } from 'lit';

export const stillsStyles = css`
  .stills,
  .stills canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .stills canvas {
    object-fit: var(--_fit, contain);
    object-position: var(--_position, 50% 50%);
  }
  .started slot.kept[name='poster'] {
    display: contents;
  }
  .started .kept .poster {
    display: block;
  }
  /* Why there is no film, and what can be done: the same place and looks, whoever says it. */
  .stills .note,
  .stills ~ .problem {
    position: absolute;
    inset-block: 12px auto;
    inset-inline: 12px auto;
    display: flex;
    align-items: center;
    gap: 8px 14px;
    width: fit-content;
    height: auto;
    max-width: calc(100% - 24px);
    padding: 6px;
    padding-inline-start: 16px;
    border-radius: 28px;
    background: #14110feb;
    font-size: 0.875rem;
    line-height: 1.3;
    text-align: start;
    pointer-events: none;
  }
  .stills .note p,
  .stills ~ .problem p {
    margin: 0;
    max-width: none;
  }
  .stills .note button,
  .stills ~ .problem button {
    flex: none;
    min-height: 44px;
    padding: 0 18px;
    border: 0;
    border-radius: 99px;
    background: #fff;
    color: #1c1a18;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
    pointer-events: auto;
  }
  /* A card is open: one thing at a time. */
  .stills.covered :is(.note, .step),
  .stills.covered ~ .problem {
    visibility: hidden;
  }
  /* Over the layer that is touched, under the hotspots. */
  .stills .note,
  .stills .step,
  .stills .goods {
    z-index: 1;
  }
  .stills .step {
    position: absolute;
    top: calc(50% - 40px);
    display: grid;
    place-items: center;
    width: 56px;
    height: 64px;
    padding: 0;
    border: 0;
    background: none;
    color: #fff;
    cursor: pointer;
  }
  .stills .back {
    left: 0;
  }
  .stills .on {
    right: 0;
  }
  .stills .step i {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 50%;
    background: #14110fb3;
  }
  .stills .step:hover i {
    background: #14110f;
  }
  .stills .step[aria-disabled] {
    cursor: default;
  }
  .stills .step[aria-disabled] i {
    opacity: 0.35;
  }
  .stills .step svg {
    width: 22px;
    height: 22px;
  }
  .stills ~ .layers .touch {
    touch-action: pan-y;
  }
  /* Nothing is heard or read of a picture. */
  .stills ~ .layers :is([part='mute'], .volume, [part='captions-toggle'], .captions) {
    display: none;
  }
  .stills.listed ~ .layers :is(.controls, .hotspots, .scene) {
    display: none;
  }
  .stills.listed {
    background: #14110fb3;
  }
  .stills .goods {
    position: absolute;
    inset: 76px 0 0;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(248px, 100%), 1fr));
    align-content: start;
    gap: 8px;
    margin: 0;
    padding: 4px 12px 12px;
    overflow: auto;
    list-style: none;
  }
  .stills .goods button {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 72px;
    padding: 8px;
    padding-inline-end: 16px;
    border: 0;
    border-radius: var(--shoppable-radius, 12px);
    background: var(--sv-surface);
    color: var(--sv-text);
    font: inherit;
    font-size: 0.9375rem;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
    --shoppable-focus: var(--sv-accent);
  }
  .stills .goods img {
    flex: none;
    border-radius: 8px;
    object-fit: cover;
  }
  .stills .goods span {
    flex: 1;
    overflow-wrap: anywhere;
  }
  @container shoppable (max-width: 559px) {
    .stills .note,
    .stills ~ .problem {
      inset-block-start: 8px;
      inset-inline: 8px;
      max-width: none;
      font-size: 0.8125rem;
    }
    .stills .note button,
    .stills ~ .problem button {
      padding: 0 14px;
    }
    /* Once it has been read, the picture is worth more. */
    .stills.moved .note,
    .stills.moved ~ .problem {
      background: none;
      padding: 0;
    }
    .stills.moved .note p,
    .stills.moved ~ .problem p {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stills.moved .note button,
    .stills.moved ~ .problem button {
      background: #14110fb3;
      color: #fff;
    }
    .stills .goods {
      inset-block-start: 72px;
      padding: 4px 8px 8px;
    }
  }
`;
