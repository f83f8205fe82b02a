import { css } from 'lit';
import { adoptInto } from '../shared/adopt.js';

const dismissedStyles = css`
  .dismissed .label {
    visibility: hidden !important;
  }
`;

const LEFT = ['pointerleave', 'blur'];

/**
 * Escape takes away the label of the hotspot that is pointed at or has the focus, until it is left (WCAG 2.2, 1.4.13).
 * Wherever the focus is: who points at something need not have it in the player.
 */
export function dismissLabels(layers: HTMLElement, signal: AbortSignal): void {
  adoptInto(layers.getRootNode() as ShadowRoot, dismissedStyles);
  layers.ownerDocument.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      for (const hotspot of layers.querySelectorAll('.hotspot:is(:hover, :focus-visible)')) {
        hotspot.classList.add('dismissed');
        const back = () => {
          hotspot.classList.remove('dismissed');
          for (const type of LEFT) hotspot.removeEventListener(type, back);
        };
        for (const type of LEFT) hotspot.addEventListener(type, back);
      }
    },
    { signal },
  );
}
