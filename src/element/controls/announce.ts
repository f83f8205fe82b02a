import type { ShoppableHost } from '../../host/host.js';
import { productOf } from '../../host/product-of.js';
import { enScene } from '../../i18n/en-scene.js';
import { fill } from '../../i18n/format.js';

/** While the film plays: who is told more often hears nothing of the film. */
const EVERY_MS = 9000;
/** Lets a scene of several hotspots, or a row of seeks, come to rest. */
const SETTLE_MS = 700;
/** What was said longer ago may be said again. */
const FORGET_MS = 30_000;

/** By hand: the first `Intl.ListFormat` costs a slow phone a task of 50 ms, as the film begins. A pause is all it is for. */
const commaOf = (locale: string) => (/^(ja|zh)/.test(locale) ? '、' : /^ar/.test(locale) ? '، ' : ', ');

/**
 * Says to assistive technology what has come into the scene: the latest scene only, and only if there is something in
 * it that the last words did not name. Silent while a card is open, and in a film that stands still unless the shopper
 * seeks.
 * @param layers where the live region is put
 */
export function announceScene(layers: HTMLElement, host: ShoppableHost): void {
  const { state, signal } = host;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said: readonly string[] = [];
  let saidAt = Number.NEGATIVE_INFINITY;

  const region = layers.appendChild(document.createElement('div'));
  region.className = 'sr announcer';
  region.setAttribute('role', 'status');

  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const stands = () => state.get().paused || state.get().ended;
  const say = () => {
    timer = undefined;
    const now = performance.now();
    const names = [...new Set(state.get().scene.flatMap(({ product }) => productOf(state.get(), product)?.name ?? []))];
    const known = now - saidAt < FORGET_MS ? said : [];
    if (names.every((name) => known.includes(name))) return;
    said = names;
    saidAt = now;
    const { sceneNow } = { ...enScene, ...host.strings };
    region.textContent = fill(sceneNow, { products: names.join(commaOf(host.locale)) });
  };
  const plan = () => {
    // Words of a scene that is over would be read by whoever comes across them, and the same ones not be heard again.
    region.textContent = '';
    if (stands()) stop();
    timer ??= setTimeout(say, stands() ? SETTLE_MS : Math.max(SETTLE_MS, saidAt + EVERY_MS - performance.now()));
  };

  state.subscribe((now, before) => {
    const stood = now.paused !== before.paused || now.ended !== before.ended;
    if (now.open || (stood && stands())) stop();
    // In a film that stands still only a seek changes the scene.
    else if (now.scene !== before.scene || (!stands() && (stood || before.open))) plan();
  }, signal);
  signal.addEventListener('abort', stop, { once: true });
  if (!stands() && !state.get().open) plan();
}
