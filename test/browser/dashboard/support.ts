import { executeServerCommand } from '@web/test-runner-commands';
import type { ShoppableInsights } from '../../../src/dashboard/shoppable-insights.js';
import { until } from '../../support/page.js';

/** The site of the made-up week: other tests tell the same server of others. */
export const SITE = 'season';

/** Has the server told of a shop's week; it takes some seconds the first time. */
export const tellSeason = () => executeServerCommand('season', { site: SITE }) as Promise<{ orders: number }>;

const pages = new Set<Element>();

afterEach(() => {
  for (const page of pages) page.remove();
  pages.clear();
  history.replaceState(null, '', '#');
});

/** The page at an address, once nothing in it waits. */
export async function open(hash: string, attributes: Record<string, string> = {}): Promise<ShoppableInsights> {
  const file = '/dist/insights.js';
  await import(file);
  history.replaceState(null, '', hash);
  const page = document.createElement('shoppable-insights') as unknown as ShoppableInsights;
  const all = { site: SITE, manifest: '/demo/media/{video}/manifest.json', ...attributes };
  for (const [name, value] of Object.entries(all)) page.setAttribute(name, value);
  pages.add(page);
  document.body.append(page);
  await settled(page);
  return page;
}

/** Nothing in it waits for an answer any more. */
export const settled = (page: ShoppableInsights) =>
  until(
    () => find(page, 'main > *') && !find(page, '[aria-busy], .waiting'),
    () => `all is counted: ${find(page, '[aria-busy], .waiting')?.id}`,
    20_000,
  );

export const find = <T extends Element = HTMLElement>(page: Element, selector: string) =>
  page.shadowRoot?.querySelector<T>(selector) ?? null;
export const every = (page: Element, selector: string) => [...page.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
export const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** What the server answers, as anybody may ask it. */
export async function ask(question: string): Promise<{ rows: Record<string, unknown>[] }> {
  const response = await fetch(`/v1/insights/${question}${question.includes('?') ? '&' : '?'}site=${SITE}`);
  return (await response.json()) as { rows: Record<string, unknown>[] };
}
