import { render } from 'lit';
import type { ShoppableHost } from '../../../host/host.js';
import type { PlayerState } from '../../../host/state.js';
import type { Chapter } from '../../../player/chapters.js';
import { adoptInto } from '../../../shared/adopt.js';
import { pipOf } from '../../pip/pip.js';
import { describer } from './describe.js';
import { chapterAt, type Group, groupsOf } from './groups.js';
import { moveAlong } from './keys.js';
import { menuStyles } from './menu-styles.js';
import { menuTexts } from './texts.js';
import { menuView } from './view.js';

/** The state that the menu shows; a change of anything else draws nothing. */
const SHOWN: (keyof PlayerState)[] = [
  'captions',
  'captionTracks',
  'descriptions',
  'manifest',
  'pip',
  'playbackRate',
  'qualities',
];

/**
 * The settings of the player, under their button in the bar, which it opens at once: an ARIA `menu` of two levels.
 * @param report told of what could not be loaded
 */
export async function mountMenu(
  toggle: HTMLElement,
  host: ShoppableHost,
  report: (cause: unknown) => void,
): Promise<void> {
  const { state, signal, element } = host;
  const texts = await menuTexts(host, report);
  const panel = document.createElement('div');
  panel.className = panel.id = 'menu';
  panel.setAttribute('part', 'menu');
  panel.setAttribute('role', 'menu');
  let page: Group['id'] | undefined;
  let chapters: readonly Chapter[] = [];
  let opened: AbortController | undefined;
  if (signal.aborted) return;

  adoptInto(toggle.getRootNode() as ShadowRoot, menuStyles);
  toggle.setAttribute('aria-controls', 'menu');
  const layers = toggle.closest<HTMLElement>('.layers')!;
  const video = layers.parentElement!.querySelector('video')!;
  const describe = describer(video, layers, host, report);
  const pip = pipOf(host, texts, report);

  const draw = () => {
    if (!opened) return;
    const { settings: title } = host.strings;
    const text = texts.now();
    const groups = groupsOf(host, text, chapters, video, describe);
    const group = groups.find(({ id }) => id === page);
    panel.setAttribute('aria-label', group?.label ?? title);
    panel.dir = getComputedStyle(element).direction;
    render(
      menuView(
        { text, title, groups, group, pip: pip && (state.get().pip ? text.fromPip : text.pip) },
        {
          go,
          close: () => close(true),
          choose(option) {
            option.choose();
            // Who chooses a chapter wants to see it.
            if (page === 'chapters') close(true);
            else go();
          },
          pip() {
            close(true);
            pip?.(!state.get().pip);
          },
        },
      ),
      panel,
    );
  };
  const focus = (...selectors: string[]) => {
    for (const selector of selectors) {
      const item = panel.querySelector<HTMLElement>(selector);
      if (item) return item.focus({ preventScroll: true });
    }
  };
  const go = (to?: Group['id']) => {
    const from = page;
    page = to;
    draw();
    panel.scrollTop = 0;
    if (to) focus('[aria-checked=true]', '.back');
    else focus(`[data-page=${from}]`, '.row');
    panel.querySelector('[aria-checked=true]')?.scrollIntoView({ block: 'nearest' });
  };
  const isHere = (target: EventTarget | null) => target === toggle || panel.contains(target as Node | null);

  const close = (takeFocus: boolean) => {
    if (!opened) return;
    opened.abort();
    opened = undefined;
    if (takeFocus) toggle.focus({ preventScroll: true });
    panel.remove();
    toggle.setAttribute('aria-expanded', 'false');
  };
  const back = () => (page ? go() : close(true));
  const open = () => {
    opened = new AbortController();
    const until = opened.signal;
    toggle.setAttribute('aria-expanded', 'true');
    toggle.after(panel);
    page = undefined;
    draw();
    focus('.row');
    panel.addEventListener(
      'keydown',
      (event) => {
        const item = event.composedPath()[0] as HTMLElement;
        moveAlong(panel, event, {
          onward: () => item.dataset.page && item.click(),
          back: () => page && go(),
        });
      },
      { signal: until },
    );
    layers.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        back();
      },
      { signal: until },
    );
    // Tab leads out of it, and then it is in the way.
    panel.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !isHere(relatedTarget) && close(false), {
      signal: until,
    });
    // A press beside it closes it, and means nothing else where it would be the picture's.
    toggle.ownerDocument.addEventListener(
      'click',
      (event) => {
        const path = event.composedPath();
        if (path.includes(panel) || path.includes(toggle)) return;
        close(false);
        if ((path[0] as Element).matches?.('.touch')) event.stopPropagation();
      },
      { signal: until, capture: true },
    );
  };
  /** The chapters are the language's own, where the film has them. */
  const read = async () => {
    const { locale } = host;
    // Without a manifest the player says so itself.
    const manifest = await host.manifest().catch(() => undefined);
    // With the marks on the seek bar, which are there by now.
    const { readFilm } = await import('../scrubber/scrubber.js');
    const film = manifest && (await readFilm(manifest, host));
    if (!film || host.locale !== locale) return;
    chapters = film.chapters;
    draw();
  };

  toggle.addEventListener('click', () => (opened ? close(true) : open()), { signal });
  state.subscribe((now, before) => {
    if (now.open && !before.open) close(false);
    if (now.language !== before.language) read().catch(report);
    const next = chapterAt(chapters, now.time) !== chapterAt(chapters, before.time);
    if (next || SHOWN.some((key) => now[key] !== before[key])) draw();
  }, signal);
  texts.follow(draw, signal);
  signal.addEventListener('abort', () => close(false), { once: true });
  read().catch(report);
  open();
}
