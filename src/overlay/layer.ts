import { HotspotClickedEvent } from '../events/hotspot-clicked.js';
import { HotspotExposedEvent } from '../events/hotspot-exposed.js';
import type { Via } from '../events/via.js';
import type { ShoppableHost } from '../host/host.js';
import { productOf } from '../host/product-of.js';
import type { ClockReading } from '../player/frame-clock.js';
import type { Hotspot } from '../schema/manifest.js';
import { keyframesFor, parseAspect } from '../timeline/aspect.js';
import type { CroppedOut, createChips } from './chips.js';
import { createExposure } from './exposure.js';
import { createHotspot } from './hotspot.js';
import { createMotion, type Motion } from './motion.js';

/** More than this at once covers the picture and helps nobody; the rest stays in the list of this scene. */
const MOST_AT_ONCE = 40;

interface Shown {
  readonly hotspot: Hotspot;
  readonly control: HTMLElement;
  readonly exposure: ReturnType<typeof createExposure>;
  motion: Motion;
}

/**
 * Draws the hotspots of the scene over the picture. The state says which; the clock says where.
 * A hotspot under the pointer or with the focus, or whose card is open, stays until it is left.
 */
export function createHotspotLayer(container: HTMLElement, host: ShoppableHost) {
  const { state, signal, element } = host;
  const shown = new Map<string, Shown>();
  let clock: ClockReading = { mediaTime: 0, at: 0, rate: 0 };
  let chips: ReturnType<typeof createChips> | undefined;
  let chipsAsked = false;

  const choose = ({ id, product: productId, action, target }: Hotspot, via: Via) => {
    element.dispatchEvent(new HotspotClickedEvent(id, productId, state.get().time, via));
    if (action === 'open') host.request({ type: 'open-product', productId, hotspotId: id, via });
    else if (action === 'seek') host.request({ type: 'seek', time: Number(target) });
  };

  const motionOf = (hotspot: Hotspot, control: HTMLElement): Motion => {
    const { box, picture, manifest } = state.get();
    const mediaAspect = picture.width / picture.height || parseAspect(manifest?.aspect) || 16 / 9;
    const keyframes = keyframesFor(hotspot, box.width / box.height || mediaAspect, mediaAspect);
    const motion = createMotion(control, keyframes, hotspot.easing, hotspot);
    motion.place(picture);
    motion.follow(clock);
    return motion;
  };

  const show = (hotspot: Hotspot) => {
    const product = () => productOf(state.get(), hotspot.product);
    const control = createHotspot(hotspot, product, host);
    const { id: hotspotId, product: productId } = hotspot;
    const exposure = createExposure(({ from, until, continued }) => {
      element.dispatchEvent(new HotspotExposedEvent(hotspotId, productId, from, 'hotspot', until, continued));
    });
    control.addEventListener('click', () => choose(hotspot, 'hotspot'));
    // Not before the browser has found out what the pointer is on now: Firefox does so after the event.
    for (const left of ['pointerleave', 'blur']) control.addEventListener(left, () => setTimeout(draw));
    container.append(control);
    shown.set(hotspotId, { hotspot, control, exposure, motion: motionOf(hotspot, control) });
  };

  const hide = ({ hotspot, control, exposure, motion }: Shown) => {
    exposure.end();
    motion.stop();
    control.remove();
    shown.delete(hotspot.id);
  };

  const isHeld = ({ control, hotspot }: Shown) =>
    state.get().open?.hotspotId === hotspot.id || control.matches(':hover, :focus');

  const draw = () => {
    const { scene } = state.get();
    for (const one of [...shown.values()]) if (!scene.includes(one.hotspot) && !isHeld(one)) hide(one);
    for (const hotspot of scene) {
      if (shown.size >= MOST_AT_ONCE) break;
      if (!shown.has(hotspot.id)) show(hotspot);
    }
  };

  const place = () => {
    for (const one of shown.values()) {
      one.motion.stop();
      one.motion = motionOf(one.hotspot, one.control);
    }
  };

  const measure = (visible: boolean) => {
    const { time, box, picture, scene } = state.get();
    const out: CroppedOut[] = [];
    let focused = '';
    for (const { control, motion, exposure, hotspot } of shown.values()) {
      const at = motion.at(time);
      const x = picture.x + at.x * picture.width;
      const y = picture.y + at.y * picture.height;
      // The centre inside the box is half of a round control inside it, and asking for no layout keeps this free.
      const inside = x >= 0 && y >= 0 && x <= box.width && y <= box.height;
      const active = scene.includes(hotspot);
      if (!inside && active) out.push({ hotspot, x, y });
      if (!inside && control.matches(':focus')) focused = hotspot.id;
      if (chips) control.classList.toggle('out', !inside);
      exposure.at(time, visible && inside && active);
    }
    chips?.show(out, visible);
    if (focused) chips?.controlOf(focused)?.focus();
    if (chipsAsked || !out.length || !box.width) return;
    chipsAsked = true;
    import('./chips.js').then(
      ({ createChips }) => {
        chips = createChips(container, host, choose);
        measure(visible);
      },
      () => {}, // the list of this scene has them as well
    );
  };

  state.subscribe((now, before) => {
    if (now.manifest !== before.manifest) for (const one of [...shown.values()]) hide(one);
    if (now.scene !== before.scene || now.open !== before.open || now.manifest !== before.manifest) draw();
    if (now.picture !== before.picture) place();
    if (
      now.time !== before.time ||
      now.onScreen !== before.onScreen ||
      now.scene !== before.scene ||
      now.picture !== before.picture
    )
      measure(now.onScreen && !now.paused);
  }, signal);
  // On the document, so that the last pieces are told before delivery, which listens on the window, sends what it has.
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') for (const { exposure } of shown.values()) exposure.end();
    },
    { signal },
  );
  signal.addEventListener('abort', () => [...shown.values()].forEach(hide), { once: true });
  draw();

  return {
    follow(reading: ClockReading) {
      clock = reading;
      for (const { motion } of shown.values()) motion.follow(reading);
    },
    /** The control of a hotspot that is drawn, to give the focus back to. */
    controlOf: (hotspotId = '') => chips?.controlOf(hotspotId) ?? shown.get(hotspotId)?.control,
  };
}
