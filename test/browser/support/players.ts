import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { engineName, inside, until } from '../../support/page.js';

const players = new Set<Element>();

/** Whatever a test has put into the page goes with it. */
afterEach(() => {
  for (const player of players) player.remove();
  players.clear();
  history.replaceState(null, '', location.pathname + location.search);
});

export const BUNDLE = '/dist/shoppable-video.js';

/** An element as markup, not yet in the page. */
export function create(attributes: Record<string, string | undefined> = {}): ShoppableVideo {
  const player = document.createElement('shoppable-video');
  const all = { muted: '', style: 'width: 640px', ...attributes };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) player.setAttribute(name, value);
  players.add(player);
  return player;
}

/** Defines the tag with the built bundle, as a page does. */
export async function define(): Promise<void> {
  await import(BUNDLE);
}

/**
 * Puts a player into the page.
 * @param manifest an object or an address
 * @param prepare hears the element before anything can have happened
 */
export async function mount(
  manifest: unknown,
  attributes: Record<string, string | undefined> = {},
  prepare: (player: ShoppableVideo) => void = () => {},
): Promise<ShoppableVideo> {
  await define();
  const player = create(attributes);
  prepare(player);
  player.manifest = manifest as string;
  document.body.append(player);
  await until(() => inside(player, '.start') ?? inside(player, '.started'), 'the player is drawn');
  return player;
}

export const videoOf = (player: ShoppableVideo) => inside<HTMLVideoElement>(player, 'video')!;

/** Plays until frames are shown and the manifest has been checked. */
export async function play(player: ShoppableVideo): Promise<HTMLVideoElement> {
  await player.play();
  const video = videoOf(player);
  await until(() => video.currentTime > 0 && player.state.get().manifest, 'the film plays');
  return video;
}

/** Holds the film still at a second. */
export async function holdAt(player: ShoppableVideo, seconds: number): Promise<void> {
  player.pause();
  await until(() => player.state.get().paused, 'the film is paused');
  // WebKitGTK may never end a seek that comes while Media Source Extensions are still being fed
  const loaded = () => videoOf(player).buffered;
  if (engineName() === 'WebKitGTK') await until(() => loaded().length && loaded().end(0) > 5.9, 'the film is loaded');
  player.currentTime = seconds;
  await until(
    () => !videoOf(player).seeking && Math.abs(player.state.get().time - seconds) < 0.05,
    `the film stands at ${seconds} s`,
  );
}

export const hotspots = (player: ShoppableVideo) => [...player.shadowRoot!.querySelectorAll<HTMLElement>('.hotspot')];

export const hotspotOf = (player: ShoppableVideo, product: string) =>
  until(() => inside(player, `.hotspot[data-product-id="${product}"]`), `a hotspot of ${product}`);

export const card = (player: ShoppableVideo) => until(() => inside(player, 'dialog.card[open]'), 'the card is open');

/** Everything of one type that a target hears. */
export function heard<K extends keyof HTMLElementEventMap>(target: EventTarget, type: K) {
  const events: HTMLElementEventMap[K][] = [];
  target.addEventListener(type, (event) => events.push(event as HTMLElementEventMap[K]));
  return events;
}

/** The error of a code, once it is told. Call it before what brings it about. */
export async function errorOf(events: HTMLElementEventMap['shoppable-error'][], code: string) {
  return until(() => events.find(({ error }) => error.code === code)?.error, `the error ${code}`);
}

/** A player in the page and every error that it tells. */
export async function mountHearing(manifest: unknown, attributes: Record<string, string | undefined> = {}) {
  let errors: HTMLElementEventMap['shoppable-error'][] = [];
  const player = await mount(manifest, attributes, (created) => {
    errors = heard(created, 'shoppable-error');
  });
  return { player, errors };
}
