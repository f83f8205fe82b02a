import { deepEqual, ok } from '../support/assert.js';
import { COFFEE, focused, inside, mountPlayer, press, surroundWithLinks, until } from '../support/page.js';

describe('the way of Tab through a player that plays', () => {
  it('stops at nothing but controls with a name', async function () {
    this.timeout(40_000);
    const [player, unmount] = await mountPlayer({
      manifest: `${COFFEE}/manifest.json`,
      muted: '',
      style: 'display:block;width:720px;aspect-ratio:16/9',
    });
    const { before, after } = surroundWithLinks(player);
    await player.play();
    await until(() => inside(player, 'button.hotspot'), 'a hotspot is over the picture');
    before.focus();

    const stops: Element[] = [];
    for (;;) {
      await press('Tab');
      const stop = focused()!;
      if (stop === after) break;
      ok(stops.length < 20, 'Tab never leaves the player.');
      stops.push(stop);
    }
    ok(stops.length >= 5, `Tab stops at ${stops.length} places only.`);
    const nameless = stops.filter((stop) => !stop.getAttribute('aria-label') && !stop.textContent?.trim());
    deepEqual(
      nameless.map(({ localName }) => localName),
      [],
      'stops without a name',
    );
    unmount();
    document.body.replaceChildren();
  });
});
