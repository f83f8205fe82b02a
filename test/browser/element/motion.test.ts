import { emulateMedia } from '@web/test-runner-commands';
import { deepEqual, ok } from '../../support/assert.js';
import { engineName, inside, until } from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { mountPart, one } from '../support/parts.js';
import { holdAt, mount, play } from '../support/players.js';

const film = () =>
  manifestOf({
    products: [mug, lamp],
    hotspots: [
      { ...still('mug', 0.02), start: 2 },
      { ...still('lamp', 0.5), start: 2 },
    ],
  });

/** What moves by a style sheet, over some frames. The path of a hotspot and the bar are the film's own, made by script. */
async function moving(parts: Element[], act: () => unknown): Promise<string[]> {
  const seen = new Set<string>();
  const look = () => {
    for (const part of parts) {
      for (const animation of (part.shadowRoot as ShadowRoot & DocumentOrShadowRoot).getAnimations()) {
        const ofSheet = animation instanceof CSSAnimation || animation instanceof CSSTransition;
        const { target } = animation.effect as KeyframeEffect;
        if (ofSheet && Number(animation.effect!.getComputedTiming().duration) > 0)
          seen.add((target as Element).className || target!.localName);
      }
    }
  };
  let frames = 40;
  let isDone = false;
  const acted = Promise.resolve(act()).finally(() => {
    isDone = true;
  });
  while (!isDone || frames-- > 0) {
    look();
    await new Promise(requestAnimationFrame);
  }
  await acted;
  return [...seen].sort();
}

/** Everything that moves for who likes it: dots and chips that come, card, sheet and cart that open. */
async function everything(width: number): Promise<string[]> {
  const style = `width:${width}px;height:${width * 1.4}px;aspect-ratio:auto`;
  const player = await mount(film(), { id: 'film', fit: 'cover', style });
  const shelf = await mountPart('shoppable-shelf', { for: 'film', layout: 'sheet' });
  await one(shelf, '.toggle');
  await play(player);
  await holdAt(player, 1);
  const seen = await moving([player, shelf], async () => {
    await holdAt(player, 3);
    await until(() => inside(player, '.chip') && inside(player, '.hotspot:not(.out)'), 'a chip and a hotspot');
  });
  const card = await moving([player], () => player.openProduct('mug'));
  await player.closeProduct();
  const sheet = await moving([shelf], () => {
    shelf.open = true;
  });
  return [...seen, ...card, ...sheet];
}

describe('motion', () => {
  it('is there for who likes it', async () => {
    const seen = (await everything(400)).join(' ');
    for (const part of ['chip', 'dot', 'card', 'dialog']) ok(seen.includes(part), `${part} does not move: ${seen}`);
  });

  it('is not there for who has asked for less of it', async function () {
    // Firefox and WebKit are told by the system only.
    if (engineName() !== 'Chromium') {
      console.log(`SKIPPED by reduced motion in ${engineName()}: its driver emulates none`);
      return this.skip();
    }
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      deepEqual(await everything(400), [], 'moves');
      deepEqual(await everything(620), [], 'moves');
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  });
});
