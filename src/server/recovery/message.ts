import type { Contact } from './contacts/contact.js';
import type { Intent, IntentLine } from './intents.js';
import type { RecoverySettings } from './settings.js';

export interface MessageLine
  extends Pick<
    IntentLine,
    'productId' | 'name' | 'variantId' | 'quantity' | 'unitMinor' | 'currency' | 'videoId' | 'positionMs'
  > {
  /** Reopens the video at its moment, with its card open. */
  readonly url: string | null;
}

/** What a receiver is told. */
export interface Message {
  readonly schema: 'shoppable.recovery/1';
  /** Of this intent and step, the same however often it is tried. */
  readonly id: string;
  readonly intent: string;
  /** 1 is the first message. */
  readonly step: number;
  readonly site: string;
  readonly contact: Contact;
  /** Where something was put in the cart last. */
  readonly video: { readonly id: string; readonly title?: string };
  /** The moment of it, media time. */
  readonly positionMs: number;
  /** Reopens the video there, with the card of the first line open and its variant and quantity chosen. */
  readonly url: string;
  readonly lines: readonly MessageLine[];
  /** Unix milliseconds, of the last change to the cart. */
  readonly leftAtMs: number;
}

type Pages = Pick<RecoverySettings, 'sites'>;

/** The page of a line's video: the catalogue's, or else that of the settings. */
function pageOf({ page, videoId }: IntentLine, site: string, { sites }: Pages): string | undefined {
  return page ?? sites[site]?.page?.replaceAll('{video}', encodeURIComponent(videoId));
}

/** The link that reopens a line's video at its moment with the card open; it chooses, and puts nothing in a cart. */
export function linkOf(line: IntentLine, site: string, pages: Pages | undefined): string | undefined {
  const page = pageOf(line, site, pages ?? { sites: {} });
  if (page === undefined || !URL.canParse(page)) return undefined;
  const url = new URL(page);
  const fragment = new URLSearchParams(url.hash.slice(1));
  fragment.set('t', String(Math.round(line.positionMs / 100) / 10));
  fragment.set('product', line.productId);
  if (line.variantId === undefined) fragment.delete('variant');
  else fragment.set('variant', line.variantId);
  fragment.set('quantity', String(line.quantity));
  url.hash = fragment.toString();
  return url.href;
}

/** @returns undefined where no page of the video is known */
export function messageOf(intent: Intent, step: number, contact: Contact, pages: Pages): Message | undefined {
  const { id, site, lines, lastMs } = intent;
  const last = lines[0]!;
  const url = linkOf(last, site, pages);
  if (!url) return undefined;
  return {
    schema: 'shoppable.recovery/1',
    id: `${id}-${step}`,
    intent: id,
    step,
    site,
    contact,
    video: { id: last.videoId, title: last.title },
    positionMs: last.positionMs,
    url,
    lines: lines.map((line) => {
      const { productId, name, variantId, quantity, unitMinor, currency, videoId, positionMs } = line;
      const own = { productId, name, variantId, quantity, unitMinor, currency, videoId, positionMs };
      return { ...own, url: linkOf(line, site, pages) ?? null };
    }),
    leftAtMs: lastMs,
  };
}
