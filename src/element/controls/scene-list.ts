import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { HotspotClickedEvent } from '../../events/hotspot-clicked.js';
import type { ShoppableHost } from '../../host/host.js';
import { productOf } from '../../host/product-of.js';
import type { PlayerState } from '../../host/state.js';
import { priceLabel } from '../../i18n/price.js';
import type { Hotspot } from '../../schema/manifest.js';
import { adoptInto } from '../../shared/adopt.js';
import { safeUrl } from '../../shared/url.js';
import { sceneStyles } from './scene-styles.js';

/** The state that the list shows; a change of anything else draws nothing. */
export const SHOWN: readonly (keyof PlayerState)[] = ['scene', 'manifest', 'refreshed', 'language', 'open'];

/**
 * The list of what is in the scene, over its button in the bar, which it opens at once. It closes with that button, with
 * Escape, and for the menu, which comes in its place.
 */
export function mountSceneList(toggle: HTMLElement, host: ShoppableHost): void {
  const { state, signal } = host;
  const layers = toggle.closest<HTMLElement>('.layers')!;
  const place = document.createElement('div');
  toggle.closest('.controls')!.after(place);
  let isOpen = false;

  const draw = () => render(isOpen ? sceneList(host, draw) : nothing, place);
  const open = (on: boolean) => {
    const focus = (place.getRootNode() as ShadowRoot).activeElement;
    if (!on && place.contains(focus)) toggle.focus();
    isOpen = on;
    toggle.setAttribute('aria-expanded', String(on));
    draw();
  };
  toggle.addEventListener('click', () => open(!isOpen), { signal });
  layers.querySelector('[part=menu-toggle]')!.addEventListener('click', () => open(false), { signal });
  layers.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !isOpen) return;
      event.preventDefault();
      open(false);
    },
    { signal },
  );
  state.subscribe((now, before) => {
    if (isOpen && SHOWN.some((key) => now[key] !== before[key])) draw();
  }, signal);
  signal.addEventListener('abort', () => place.remove(), { once: true });
  open(true);
}

/**
 * The products in this scene, in time order: what the hotspots offer, without having to see or hit them. As a hotspot,
 * an item under the pointer or with the focus, or whose card is open, stays until it is left.
 * @param draw draws it anew
 */
export function sceneList(host: ShoppableHost, draw: () => void) {
  const { state, element, locale, strings } = host;
  const { scene, manifest, open } = state.get();
  const root = element.shadowRoot!;
  adoptInto(root, sceneStyles);
  const choose = (productId: string, hotspotId: string) => {
    element.dispatchEvent(new HotspotClickedEvent(hotspotId, productId, state.get().time, 'list'));
    host.request({ type: 'open-product', productId, hotspotId, via: 'list' });
  };
  const held = [...root.querySelectorAll<HTMLElement>('.scene :is(:hover, :focus)[data-hotspot-id]')].map(
    ({ dataset }) => dataset.hotspotId,
  );
  if (open) held.push(open.hotspotId);
  const listed = [
    ...scene,
    ...(manifest?.hotspots ?? []).filter((hotspot) => held.includes(hotspot.id) && !scene.includes(hotspot)),
  ].sort((a, b) => a.start - b.start);
  // Not before the browser has found out what the pointer is on now: Firefox does so after the event.
  const later = () => setTimeout(draw);
  const item = (hotspot: Hotspot) => {
    const product = productOf(state.get(), hotspot.product);
    if (!product) return nothing;
    const image = safeUrl(product.media[0]?.src);
    return html`<li>
      <button aria-haspopup="dialog" data-hotspot-id=${hotspot.id} data-product-id=${product.id}
        @click=${() => choose(product.id, hotspot.id)} @blur=${later} @pointerleave=${later}>
        ${image ? html`<img src=${image} alt="" width="44" height="44" loading="lazy" />` : nothing}
        <span dir="auto">${product.name}</span>
        <b>${priceLabel(product, locale, strings.priceFrom)}</b>
      </button>
    </li>`;
  };
  // A list without bullets is none to WebKit, unless it says so.
  return html`<ul role="list" class="scene" part="scene" aria-label=${strings.inThisScene} @keydown=${move}>
    ${repeat(listed, ({ id }) => id, item)}
    ${listed.length ? nothing : html`<li class="none">${strings.nothingInScene}</li>`}
  </ul>`;
}

/** Arrows, Home and End go through the list instead of changing sound and time. */
function move(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const buttons = [...(event.currentTarget as Element).querySelectorAll('button')];
  const at = buttons.indexOf((event.target as Element).closest('button')!);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}
