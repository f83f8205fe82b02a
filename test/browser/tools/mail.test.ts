import type { AxeResults } from 'axe-core';
import { mailOf } from '../../../src/server/recovery/mail/mail.js';
import type { Message } from '../../../src/server/recovery/message.js';
import { deepEqual, equal, ok } from '../../support/assert.js';

const message: Message = {
  schema: 'shoppable.recovery/1',
  id: 'e1-1',
  intent: 'e1',
  step: 1,
  site: 'shop',
  contact: { viewerId: 'ann', email: 'ann@example.org', consentedAt: 1, name: 'Ann', locale: 'ar' },
  video: { id: 'coffee', title: 'Coffee corner with a name that is as long as "names" of films <sometimes> are' },
  positionMs: 3500,
  url: 'https://shop.example/coffee#t=3.5&product=mug',
  lines: ['mug', 'a-product-without-a-name-and-with-an-id-that-does-not-break-anywhere'].map((productId) => ({
    productId,
    name: productId === 'mug' ? 'Stoneware mug' : undefined,
    quantity: 2,
    unitMinor: 1900,
    currency: 'EUR',
    videoId: 'coffee',
    positionMs: 3500,
    url: `https://shop.example/coffee#t=3.5&product=${productId}`,
  })),
  leftAtMs: 1,
};

/** The mail as a mail program shows it. */
async function shown(sites: Parameters<typeof mailOf>[1], width: number): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.title = 'Mail';
  frame.style.cssText = `width:${width}px;height:900px;border:0`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  frame.srcdoc = mailOf(message, sites).html;
  document.body.append(frame);
  await loaded;
  return frame;
}

describe('a mail about what was left', () => {
  afterEach(() => document.querySelector('iframe')?.remove());

  for (const [what, locale, dir] of [
    ['as it is', {}, 'ltr'],
    ['in a language from right to left', { ar: { subject: 'لا يزال هنا: {title}', greeting: 'مرحبا {name}،' } }, 'rtl'],
  ] as const)
    it(`${what}: axe finds nothing, and it fits a phone`, async () => {
      const frame = await shown({ shop: { texts: locale, unsubscribe: 'https://shop.example/no' } }, 320);
      const { documentElement: root, title } = frame.contentDocument!;
      // axe looks at the document that it is loaded in
      const source = await (await fetch('/node_modules/axe-core/axe.min.js')).text();
      (frame.contentWindow as unknown as { eval(code: string): void }).eval(source);
      const inside = (frame.contentWindow as unknown as { axe: { run(target: unknown): Promise<AxeResults> } }).axe;
      const { violations, passes } = await inside.run(frame.contentDocument);
      deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
        'violations',
      );
      ok(
        passes.some(({ id }) => id === 'color-contrast'),
        'colours were looked at',
      );
      equal(root.dir, dir, 'direction');
      ok(title.includes('Coffee corner'), 'title');
      ok(root.scrollWidth <= 320, `${root.scrollWidth} px wide`);
    });
});
