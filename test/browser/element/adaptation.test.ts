import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { deepEqual, ok } from '../../support/assert.js';
import { engineName, inside, until } from '../../support/page.js';
import { lamp, manifestOf, mug, still } from '../support/manifest.js';
import { card, holdAt, mount, play } from '../support/players.js';

const film = () => manifestOf({ products: [mug, lamp], hotspots: [still('mug'), still('lamp', 0.7)] });
const onlyChromium = engineName() === 'Chromium' ? it : it.skip;

/** The spacing of WCAG 1.4.12, which a reader's own style sheet may set. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }';

function space(player: Element) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SPACING);
  player.shadowRoot!.adoptedStyleSheets.push(sheet);
}

/** Buttons whose words do not fit into them. */
const cut = (root: Element) =>
  [...root.querySelectorAll<HTMLElement>('button, a')]
    .filter((it) => it.checkVisibility() && !it.closest('.hotspots') && it.textContent!.trim())
    .filter((it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
    .filter((it) => getComputedStyle(it).display !== 'inline')
    .map((it) => `${it.className} ${it.textContent!.trim()}`);

describe('a shopper who sees it otherwise', () => {
  onlyChromium(
    'in forced colours finds the icons on a background of their own (emulated in Chromium only)',
    async () => {
      await executeServerCommand('forced-colors', 'active');
      try {
        const player = await mount(film());
        await play(player);
        await until(() => inside(player, '.announcer'), 'what comes at an idle moment');
        ok(matchMedia('(forced-colors: active)').matches, 'Forced colours are emulated.');
        for (const button of player.shadowRoot!.querySelectorAll('.controls button')) {
          const { color, backgroundColor } = getComputedStyle(button);
          ok(color !== backgroundColor && !/, 0\)$/.test(backgroundColor), `${color} on ${backgroundColor}`);
        }
      } finally {
        await executeServerCommand('forced-colors', 'none');
      }
    },
  );

  // WebDriver Classic sets no viewport of a page.
  const sized = engineName() === 'WebKitGTK' ? it.skip : it;
  sized('at 400 % and with wide text can reach and read the card', async () => {
    await setViewport({ width: 320, height: 256 });
    try {
      const player = await mount(film(), { style: 'width:100%' });
      player.addEventListener('shoppable-add-to-cart', (event) => event.respondWith(true));
      space(player);
      await play(player);
      await holdAt(player, 1);
      ok(document.documentElement.scrollWidth <= innerWidth, 'The page scrolls in one direction only.');
      deepEqual(cut(inside(player, '.controls')!), [], 'cut in the controls');
      await player.openProduct('mug');
      const dialog = await card(player);
      deepEqual(cut(dialog), [], 'cut in the card');
      const add = inside(player, '[part=add-to-cart]')!;
      add.focus();
      add.scrollIntoView({ block: 'center' });
      const { top, bottom } = add.getBoundingClientRect();
      ok(top >= 0 && bottom <= innerHeight, `Add to cart is from ${top} to ${bottom} of ${innerHeight}.`);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('sees nothing that flashes: what repeats takes longer than a third of a second', async () => {
    const player = await mount(film());
    await play(player);
    await holdAt(player, 1);
    await player.openProduct('mug');
    await card(player);
    const seen: string[] = [];
    for (const sheet of player.shadowRoot!.adoptedStyleSheets) {
      const walk = (rules: CSSRuleList) => {
        for (const rule of rules) {
          const { style, cssRules } = rule as CSSStyleRule;
          if (cssRules) walk(cssRules);
          const count = style?.animationIterationCount;
          if (count && count !== '1') seen.push(`${count} ${style.animationDuration}`);
        }
      };
      walk(sheet.cssRules);
    }
    ok(seen.length, 'Something turns.');
    for (const each of seen) ok(Number.parseFloat(each.split(' ')[1]!) > 1 / 3 || each.startsWith('initial'), each);
  });
});
