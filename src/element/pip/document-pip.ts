import type { ShoppableHost } from '../../host/host.js';
import { measure } from '../../player/geometry.js';
import { adoptInto } from '../../shared/adopt.js';
import { listenToKeys } from '../controls/keyboard.js';
import type { MenuTexts } from '../controls/menu/texts.js';
import { sceneStyles } from '../controls/scene-styles.js';
import { holdOnScreen } from '../hold-on-screen.js';
import type { ShoppableVideo } from '../shoppable-video.js';
import { dressPage, dressTree } from './dress.js';
import { pipStyles } from './pip-styles.js';
import { createPlaceholder } from './placeholder.js';
import { mountRail, RAIL_PX } from './rail.js';

/** Document Picture-in-Picture (WICG). */
export interface DocumentPictureInPicture extends EventTarget {
  readonly window: Window | null;
  requestWindow(options: { width: number; height: number }): Promise<Window & typeof globalThis>;
}

const WIDTH_PX = 440;

/** Brings back the player that is away. A window that makes way for another takes a film down that is still in it. */
let bringBack: (() => void) | undefined;

/**
 * Moves what the player shows into a window of its own, with the products of the scene below the picture.
 *
 * It is the stage that moves, not the element: the page's scripts, its framework and its listeners find the element
 * where it was, its events go their way through the page, and its place stays open. In the other document the stage stands
 * in the shadow tree of an element of the same name, which is not defined there and so is nothing but a name that the
 * page's style sheets know.
 */
export async function openPip(
  pip: DocumentPictureInPicture,
  element: ShoppableVideo,
  host: ShoppableHost,
  texts: MenuTexts,
): Promise<void> {
  const { state } = element;
  const { picture, manifest } = state.get();
  const filmHeight = (WIDTH_PX * picture.height) / picture.width || (WIDTH_PX * 9) / 16;
  bringBack?.();
  const view = await pip.requestWindow({
    width: WIDTH_PX,
    height: Math.round(Math.min(filmHeight, WIDTH_PX)) + RAIL_PX,
  });
  const page = view.document;
  const stage = element.shadowRoot!.querySelector<HTMLElement>('.stage')!;
  const video = stage.querySelector('video');
  if (!video || host.signal.aborted) return view.close();

  const ended = new AbortController();
  const { signal } = ended;
  const away = page.createElement(element.localName);
  const root = away.attachShadow({ mode: 'open' });
  page.title = manifest?.title ?? '';
  dressPage(page, element, away);
  dressTree(root, element.shadowRoot!, view);
  for (const sheet of [sceneStyles, pipStyles]) adoptInto(root, sheet);

  const film = page.createElement('div');
  film.className = 'film';
  root.append(film);
  page.body.append(away);
  const placeholder = createPlaceholder(stage, texts, () => view.close(), signal);
  stage.before(placeholder);
  film.append(stage);
  keepTime(stage);
  mountRail(root, host, signal);

  const unhold = holdOnScreen(element, state);
  const size = new view.ResizeObserver(([entry]) => measure(entry!, video, state));
  size.observe(stage);
  listenThere(away, element, () => view.close(), signal);
  listenToKeys({ ...host, element: away, signal });

  const comeBack = () => {
    if (signal.aborted) return;
    ended.abort();
    bringBack = undefined;
    size.disconnect();
    // What has been set on it meanwhile was meant for the stage.
    stage.style.cssText = placeholder.style.cssText;
    placeholder.replaceWith(stage);
    keepTime(stage);
    unhold();
    state.set({ pip: undefined });
    if (!host.signal.aborted) stage.querySelector<HTMLElement>('[part=menu-toggle]')?.focus({ preventScroll: true });
  };
  const leave = () => {
    comeBack();
    view.close();
  };
  bringBack = leave;
  // Comes before the document goes, so that the stage is saved from it; the film plays on.
  view.addEventListener('pagehide', comeBack);
  // Chromium does not say so to a window that makes way for another one, whoever opens that.
  pip.addEventListener('enter', () => pip.window !== view && comeBack(), { signal });
  host.signal.addEventListener('abort', leave, { once: true, signal });
  state.set({ pip: true });
  // Keys work at once, and no control looks chosen.
  away.tabIndex = -1;
  away.focus();

  /** Each document has a time of its own, and that of a page in the background stands still. */
  function keepTime(moved: HTMLElement): void {
    const { timeline } = moved.ownerDocument;
    for (const animation of moved.getAnimations({ subtree: true })) animation.timeline = timeline;
    // The page's own observer takes its leave of what is not in its document, or finds it again.
    video!.dispatchEvent(new Event('resize'));
    // Whatever follows the picture is put right when it comes into sight.
    state.set({ onScreen: false });
    state.set({ onScreen: true });
  }
}

/** What the element hears in the page, as far as it happens in the other window. */
function listenThere(away: HTMLElement, element: HTMLElement, close: () => void, signal: AbortSignal): void {
  const tell = (type: string) => element.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' }));
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
    const wake = (event: Event) => (event as PointerEvent).pointerType !== 'touch' && tell('pointermove');
    away.addEventListener(type, wake, { signal });
  }
  away.addEventListener('pointerleave', () => tell('pointerleave'), { signal });
  away.addEventListener(
    'keydown',
    (event) => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
      // The element, which would go to full screen, is not here.
      event.preventDefault();
      close();
    },
    { signal },
  );
  away.addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((node): node is HTMLAnchorElement => (node as Element).localName === 'a');
      if (!link?.href || link.target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      // Followed here, it would close the window and lead nowhere.
      event.preventDefault();
      close();
      window.location.assign(link.href);
    },
    { signal },
  );
}
