import { html } from 'lit';
import type { GalleryActions, GalleryModel } from './gallery.js';

/** The roles of the pictures, as tabs. */
export function roleTabs({ groups, group, text }: GalleryModel, act: GalleryActions) {
  return html`<div class="roles" part="gallery__roles" role="tablist" @keydown=${moveFocus}>
    ${groups.map(
      ({ role }) =>
        html`<button role="tab" part="gallery__role" data-role=${role} aria-selected=${role === group.role} aria-controls="gallery-panel"
          tabindex=${role === group.role ? 0 : -1} @click=${() => act.role(role)}>${text.roles[role]}</button>`,
    )}</div>`;
}

function moveFocus(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const mirror = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
  const step = { ArrowRight: mirror, ArrowLeft: -mirror }[event.key];
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const next = tabs.at((tabs.indexOf(event.target as HTMLElement) + step) % tabs.length)!;
  next.focus();
  next.click();
}
