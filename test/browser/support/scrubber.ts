import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import type { ManifestInput } from '../../../src/schema/manifest.js';
import { inside, until } from '../../support/page.js';
import { hls, manifestOf, still } from './manifest.js';
import { holdAt, mount, play } from './players.js';

export const FILES = '/test/browser/support';
export const chapters = [{ kind: 'chapters' as const, src: `${FILES}/chapters.vtt`, lang: 'en', label: 'Chapters' }];

/** Mug from the second second, lamp from the fourth; chapters at 0, 1.5 and 4.5 s. */
export const film = (media: Partial<ManifestInput['media']> = {}, wanted: Partial<ManifestInput> = {}) =>
  manifestOf({
    media: { sources: [hls], tracks: chapters, storyboard: `${FILES}/storyboard.vtt`, ...media },
    hotspots: [
      { ...still('mug'), start: 2 },
      { ...still('lamp', 0.7), start: 4 },
    ],
    ...wanted,
  });

export const slider = (player: ShoppableVideo) => inside<HTMLInputElement>(player, '.seek input')!;
export const preview = (player: ShoppableVideo) => inside(player, '.preview:not([hidden])');
export const words = (player: ShoppableVideo) =>
  preview(player)?.querySelector('.words')?.textContent?.replace(/\s+/g, ' ');
export const marks = (player: ShoppableVideo, of: string) => [
  ...player.shadowRoot!.querySelectorAll<HTMLElement>(`.${of}`),
];
export const near = (player: ShoppableVideo, seconds: number) =>
  until(() => Math.abs(player.state.get().time - seconds) < 0.02, `the film is at ${seconds} s`);

/** A player that stands still with its marks drawn. */
export async function ready(manifest: ManifestInput, attributes: Record<string, string> = {}): Promise<ShoppableVideo> {
  const player = await mount(manifest, attributes);
  await play(player);
  await holdAt(player, 1);
  await until(() => marks(player, 'reach').length, 'the bar tells more');
  if (manifest.hotspots?.length) await until(() => marks(player, 'marker').length, 'its marks');
  return player;
}
