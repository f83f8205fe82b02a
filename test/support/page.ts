import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ShoppableVideo } from '../../src/element/shoppable-video.js';

export const COFFEE = '/demo/media/coffee';

/** Where the project's server is by itself: another origin than the test page's. */
export const siteUrl = () => executeServerCommand('site-url') as Promise<string>;

/** What any page has asked the test's server for, as far as the address has this in it. */
export const askedFor = (part: string) => executeServerCommand('asked', part) as Promise<string[]>;

/** Which of the engines this is. */
export function engineName(): 'Chromium' | 'Firefox' | 'WebKitGTK' {
  if (/Firefox\//.test(navigator.userAgent)) return 'Firefox';
  return /Chrom(e|ium)\//.test(navigator.userAgent) ? 'Chromium' : 'WebKitGTK';
}

/** Looks every 50 ms until `find` finds something. */
export async function until<T>(
  find: () => T | Promise<T>,
  what: string | (() => string),
  withinMs = 15_000,
): Promise<NonNullable<T>> {
  const latest = performance.now() + withinMs;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (performance.now() > latest)
      throw new Error(`Waited ${withinMs / 1000} s in vain: ${typeof what === 'string' ? what : what()}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The event that comes next. Call it before what brings it about. */
export function next<K extends keyof HTMLElementEventMap>(target: EventTarget, type: K, withinMs = 15_000) {
  const stop = AbortSignal.timeout(withinMs);
  const coming = new Promise<HTMLElementEventMap[K]>((resolve, reject) => {
    target.addEventListener(type, (event) => resolve(event as HTMLElementEventMap[K]), { once: true, signal: stop });
    stop.addEventListener('abort', () => reject(new Error(`Waited ${withinMs / 1000} s in vain for ${type}.`)));
  });
  coming.catch(() => {});
  return coming;
}

let script: Promise<unknown> | undefined;

/** Loads the built bundle as a page does. */
function loadBundle(): Promise<unknown> {
  script ??= new Promise((resolve, reject) => {
    const tag = Object.assign(document.createElement('script'), { type: 'module', src: '/dist/shoppable-video.js' });
    tag.addEventListener('load', resolve);
    tag.addEventListener('error', () => reject(new Error('dist/shoppable-video.js could not be loaded.')));
    document.head.append(tag);
  });
  return script;
}

/**
 * Puts a player into the page as markup, and defines its tag with the built bundle.
 * @returns the player, and a function that takes it away
 */
export async function mountPlayer(attributes: Record<string, string>): Promise<[ShoppableVideo, () => void]> {
  const player = document.createElement('shoppable-video');
  for (const [name, value] of Object.entries(attributes)) player.setAttribute(name, value);
  document.body.append(player);
  await loadBundle();
  await customElements.whenDefined('shoppable-video');
  await player.updateComplete;
  return [player, () => player.remove()];
}

export const inside = <T extends HTMLElement>(player: Element, selector: string) =>
  player.shadowRoot?.querySelector<T>(selector) ?? null;

/** A real click, where the element is now. */
export async function click(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

export const press = (key: string) => sendKeys({ press: key });

export const pressShiftTab = () => executeServerCommand('shift-tab');

/** What has the focus, in whichever shadow tree it is. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Puts a link before and one after the player, where Tab comes from and goes to. */
export function surroundWithLinks(player: Element): { before: HTMLElement; after: HTMLElement } {
  const link = (textContent: string) => Object.assign(document.createElement('a'), { href: '#', textContent });
  const links = { before: link('before'), after: link('after') };
  player.before(links.before);
  player.after(links.after);
  return links;
}

/**
 * Presses Tab until `wanted` has the focus. It must not be behind: once Tab has gone past the end of a page, Enter
 * clicks nothing and full screen is refused in headless Firefox 153, on any page.
 */
export async function tabTo(wanted: (element: Element) => boolean, what: string): Promise<HTMLElement> {
  const passed: string[] = [];
  for (let presses = 0; presses < 30; presses++) {
    await press('Tab');
    const element = focused();
    if (element && wanted(element)) return element as HTMLElement;
    passed.push(element?.getAttribute('aria-label') ?? element?.localName ?? 'nothing');
    if (element === document.body && presses) break;
  }
  throw new Error(`Tab never came to ${what}, but to ${passed.join(', ')}.`);
}
