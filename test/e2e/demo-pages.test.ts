import type { AxeResults } from 'axe-core';
import { deepEqual, ok } from '../support/assert.js';
import { until } from '../support/page.js';

type Frame = Window & typeof globalThis & { axe: { run(): Promise<AxeResults> } };

const PAGES = [
  '/index.html',
  '/product.html',
  '/checkout.html',
  '/shopify.html',
  '/shopify-checkout.html',
  '/five-minutes.html',
];
const SIZES = { 'a phone': [360, 740], 'a desk': [1280, 800] } as const;

async function open(path: string, [width, height]: readonly [number, number]): Promise<[Frame, string[], () => void]> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width:${width}px;height:${height}px;border:0`;
  document.body.append(frame);
  const faults: string[] = [];
  await new Promise((resolve) => {
    frame.onload = resolve;
    frame.src = path;
  });
  const page = frame.contentWindow as Frame;
  page.addEventListener('error', ({ message }) => faults.push(message));
  page.addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  page.document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => faults.push(violatedDirective));
  const script = page.document.createElement('script');
  script.src = '/node_modules/axe-core/axe.min.js';
  page.document.head.append(script);
  await until(() => page.axe, 'axe is there');
  return [page, faults, () => frame.remove()];
}

/** What a search engine and a link's preview read. */
function searchFaults({ document }: Frame): string[] {
  const faults: string[] = [];
  const need = (found: unknown, what: string) => void (found || faults.push(what));
  const content = (name: string) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content')?.trim();
  need(document.compatMode === 'CSS1Compat', 'no doctype');
  need(document.characterSet === 'UTF-8', 'not UTF-8');
  need(document.documentElement.lang, 'no language');
  need(document.title.trim().length > 5, 'no title');
  need((content('description')?.length ?? 0) > 8, 'no description');
  need(/width=device-width/.test(content('viewport') ?? ''), 'no viewport');
  need(!/maximum-scale=1|user-scalable=no/.test(content('viewport') ?? ''), 'zoom is forbidden');
  need(document.querySelectorAll('h1').length === 1, `${document.querySelectorAll('h1').length} first headings`);
  for (const link of document.querySelectorAll('a')) {
    const text = `${link.textContent} ${link.getAttribute('aria-label') ?? ''}`.trim();
    need(text || link.querySelector('img[alt]:not([alt=""]), svg[aria-label]'), `a link without text: ${link.href}`);
    need(!/^(click here|here|more|read more)$/i.test(text), `a link that says nothing: ${text}`);
    need(link.getAttribute('href') && !/^javascript:/.test(link.href), `a link that leads nowhere: ${text}`);
  }
  for (const image of document.images) {
    need(image.hasAttribute('alt'), `no alternative text: ${image.src}`);
    need(image.complete ? image.naturalWidth : true, `a picture that is not there: ${image.src}`);
    const sized = image.hasAttribute('width') && image.hasAttribute('height');
    need(sized || getComputedStyle(image).aspectRatio !== 'auto', `no size: ${image.src}`);
  }
  return faults;
}

describe('the pages of the demo have nothing to mend', () => {
  for (const path of PAGES) {
    for (const [what, size] of Object.entries(SIZES)) {
      it(`${path} on ${what}`, async () => {
        const [page, faults, close] = await open(path, size);
        await new Promise((resolve) => setTimeout(resolve, 800));
        deepEqual(searchFaults(page), [], 'for search engines');
        const { scrollWidth, clientWidth } = page.document.documentElement;
        ok(scrollWidth <= clientWidth, `it scrolls sideways: ${scrollWidth} in ${clientWidth}`);
        const { violations } = await page.axe.run();
        deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
          [],
          'for accessibility',
        );
        deepEqual(faults, [], 'errors of the page');
        close();
      });
    }
  }
});
