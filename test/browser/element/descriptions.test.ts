import { deepEqual, equal, ok } from '../../support/assert.js';
import { inside, until } from '../../support/page.js';
import { manifestOf, mp4 } from '../support/manifest.js';
import { choose, offered, openPage } from '../support/menu.js';
import { hearWarnings } from '../support/parts.js';
import { mount, play, videoOf } from '../support/players.js';

const SPEAKS = 'speechSynthesis' in globalThis;
const track = (src: string) => ({ kind: 'descriptions' as const, src, lang: 'en', label: 'English' });
const film = (src = '/test/browser/support/descriptions.vtt') =>
  manifestOf({ media: { sources: [mp4], tracks: [track(src)] } });
const region = (player: Element) => inside(player, '.descriptions');

describe('audio description', () => {
  it('is offered for each of its tracks, by who says it', async () => {
    const player = await mount(film());
    await play(player);
    await openPage(player, 'descriptions');
    const ways = [...(SPEAKS ? ['English, read aloud'] : []), 'English, for screen readers'];
    deepEqual(offered(player), ['Off', ...ways], 'ways');
  });

  it('is put where screen readers speak it, as the film comes to it', async () => {
    const player = await mount(film());
    await play(player);
    await openPage(player, 'descriptions');
    await choose(player, 'English, for screen readers');
    const live = await until(() => region(player), 'the region');
    equal(live.getAttribute('aria-live'), 'polite', 'region');
    equal(live.lang, 'en', 'language');
    player.currentTime = 0.6;
    await until(() => live.textContent === 'Steam rises from a mug & a pot.', 'the first description, as text');
    player.currentTime = 2.2;
    await until(() => !live.textContent, 'nothing between two of them');
    player.currentTime = 3.2;
    await until(() => live.textContent === 'A lamp is lit.', 'the second');
    await openPage(player, 'descriptions');
    await choose(player, 'Off');
    await until(() => !region(player), 'it is gone');
  });

  it('is off again, and says so to the developer, where its file cannot be used', async () => {
    const warnings = hearWarnings();
    const player = await mount(film('/test/browser/support/no-descriptions.vtt'));
    await play(player);
    await openPage(player, 'descriptions');
    await choose(player, 'English, for screen readers');
    await until(() => player.state.get().descriptions?.index === -1, 'it is off');
    warnings.restore();
    ok(
      warnings.lines.some((line) => line.includes('no-descriptions.vtt')),
      `Told: ${warnings.lines}`,
    );
  });

  // What a browser without voices, as all are that run here, would do with them is done in its place.
  (SPEAKS ? it : it.skip)('is read aloud in its language, over a film that is quieter meanwhile', async () => {
    const spoken: SpeechSynthesisUtterance[] = [];
    const { speak } = speechSynthesis;
    speechSynthesis.speak = (utterance) => {
      spoken.push(utterance);
      utterance.dispatchEvent(new Event('start'));
    };
    try {
      const player = await mount(film());
      await play(player);
      player.volume = 0.8;
      player.currentTime = 0;
      await openPage(player, 'descriptions');
      await choose(player, 'English, read aloud');
      player.currentTime = 3.1;
      const utterance = await until(() => spoken.find(({ text }) => text === 'A lamp is lit.'), 'it is spoken');
      equal(utterance.lang, 'en', 'language');
      ok(!region(player), 'Nothing speaks over it.');
      const video = videoOf(player);
      await until(() => Math.abs(video.volume - 0.24) < 0.01, 'the film is quieter');
      utterance.dispatchEvent(new Event('end'));
      await until(() => Math.abs(video.volume - 0.8) < 0.01, 'and as loud as before');
    } finally {
      speechSynthesis.speak = speak;
    }
  });
});
