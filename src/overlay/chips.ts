import { html, nothing, render } from 'lit';
import { HotspotExposedEvent } from '../events/hotspot-exposed.js';
import type { Via } from '../events/via.js';
import type { ShoppableHost } from '../host/host.js';
import { productOf } from '../host/product-of.js';
import { priceLabel } from '../i18n/price.js';
import type { Hotspot } from '../schema/manifest.js';
import { adoptInto } from '../shared/adopt.js';
import { safeUrl } from '../shared/url.js';
import { chipStyles } from './chip-styles.js';
import { createExposure } from './exposure.js';

/** A hotspot of the scene whose centre the fit has cropped out of the box. Pixels of the box. */
export interface CroppedOut {
  readonly hotspot: Hotspot;
  readonly x: number;
  readonly y: number;
}

type Edge = 'left' | 'right' | 'top' | 'bottom';
const EDGES: readonly Edge[] = ['left', 'right', 'top', 'bottom'];

/** A chip's room along its edge, and what the controls and corners need of a standing edge. Pixels. */
const ROOM = 52;
const RESERVED = 132;

interface Chip {
  readonly hotspot: Hotspot;
  readonly edge: Edge;
  readonly exposure: ReturnType<typeof createExposure>;
}

/**
 * What `cover` crops out can be bought all the same: its hotspot becomes a chip at the edge that it lies beyond.
 * A chip keeps its edge while it is there, and stays while it is pointed at or has the focus.
 */
export function createChips(layer: HTMLElement, host: ShoppableHost, choose: (hotspot: Hotspot, via: Via) => void) {
  const { state, element, signal } = host;
  let chips: Chip[] = [];
  adoptInto(element.shadowRoot!, chipStyles);
  const container = document.createElement('div');
  layer.append(container);

  const find = (id: string) => container.querySelector<HTMLElement>(`.chip[data-hotspot-id="${CSS.escape(id)}"]`);
  const isHeld = ({ hotspot }: Chip) => find(hotspot.id)?.matches(':hover, :focus');
  const chipOf = ({ hotspot, x, y }: CroppedOut): Chip => {
    const known = chips.find((chip) => chip.hotspot === hotspot);
    if (known) return known;
    const { box } = state.get();
    const beyond = [-x, x - box.width, -y, y - box.height];
    const { id, product } = hotspot;
    return {
      hotspot,
      edge: EDGES[beyond.indexOf(Math.max(...beyond))]!,
      exposure: createExposure(({ from, until, continued }) =>
        element.dispatchEvent(new HotspotExposedEvent(id, product, from, 'chip', until, continued)),
      ),
    };
  };

  const draw = () => {
    const { box } = state.get();
    render(
      EDGES.map((edge) => {
        const [length, reserved] = edge === 'left' || edge === 'right' ? [box.height, RESERVED] : [box.width, 24];
        const most = Math.max(1, Math.floor((length - reserved) / ROOM));
        return html`<div class="edge ${edge}">
          ${chips
            .filter((chip) => chip.edge === edge)
            .slice(0, most)
            .map(drawChip)}
        </div>`;
      }),
      container,
    );
  };

  const drawChip = ({ hotspot }: Chip) => {
    const product = productOf(state.get(), hotspot.product);
    const image = safeUrl(product?.media[0]?.src);
    const name = hotspot.label ?? product?.name ?? hotspot.product;
    const inside = html`${image ? html`<img src=${image} alt="" width="36" height="36" />` : html`<i class="dot"></i>`}
      <span class="label" aria-hidden="true"><b>${name}</b>
        <span>${product ? priceLabel(product, host.locale, host.strings.priceFrom) : nothing}</span></span>`;
    const href = hotspot.action === 'link' ? safeUrl(hotspot.target ?? product?.url) : undefined;
    return href
      ? html`<a class="chip" part="chip" href=${href} rel="noopener" target="_blank" aria-label=${name}
          data-hotspot-id=${hotspot.id} data-product-id=${hotspot.product} @click=${() => choose(hotspot, 'chip')}
          @blur=${later} @pointerleave=${later}>${inside}</a>`
      : html`<button class="chip" part="chip" aria-label=${name} aria-haspopup=${hotspot.action === 'open' ? 'dialog' : nothing}
          data-hotspot-id=${hotspot.id} data-product-id=${hotspot.product} @click=${() => choose(hotspot, 'chip')}
          @blur=${later} @pointerleave=${later}>${inside}</button>`;
  };

  let out: readonly CroppedOut[] = [];
  const show = (now: readonly CroppedOut[], visible: boolean) => {
    out = now;
    const before = chips;
    const wanted = now.map(chipOf);
    chips = [...wanted, ...before.filter((chip) => !wanted.includes(chip) && isHeld(chip))];
    for (const gone of before) if (!chips.includes(gone)) gone.exposure.end();
    for (const chip of chips)
      chip.exposure.at(state.get().time, visible && wanted.includes(chip) && !!find(chip.hotspot.id));
    draw();
  };
  /** Not before the browser has found out what the pointer is on now: Firefox does so after the event. */
  const later = () => setTimeout(() => signal.aborted || show(out, false));

  signal.addEventListener('abort', () => show([], false), { once: true });
  return {
    show,
    /** The control of a hotspot that stands at an edge, to give it the focus. */
    controlOf: find,
  };
}
