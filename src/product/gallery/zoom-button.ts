import { html } from 'lit';
import { ZOOM_IN, ZOOM_OUT } from '../card/icons.js';
import type { GalleryActions, GalleryModel } from './gallery.js';
import { keyPanned, zoomAt } from './zoom.js';

const boxOf = (button: Element) => button.closest('.panel')!.getBoundingClientRect();

/** Zooms into the middle; while it is zoomed, the arrow keys look around and Escape goes back. */
export function zoomButton({ zoom, text }: GalleryModel, act: GalleryActions) {
  const toggle = ({ currentTarget }: Event) =>
    act.zoom(zoom ? undefined : zoomAt({ x: 0, y: 0 }, boxOf(currentTarget as Element)));
  const key = (event: KeyboardEvent) => {
    if (!zoom) return;
    const next = event.key === 'Escape' ? undefined : keyPanned(zoom, event.key, boxOf(event.currentTarget as Element));
    if (!next && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    act.zoom(next);
  };
  return html`<button class="round zoom" part="gallery__zoom" aria-pressed=${Boolean(zoom)} aria-label=${zoom ? text.zoomOut : text.zoomIn}
    @click=${toggle} @keydown=${key}>${zoom ? ZOOM_OUT : ZOOM_IN}</button>`;
}
