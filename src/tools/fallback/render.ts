import { enPlayer } from '../../i18n/en-player.js';
import { localeOf } from '../../i18n/locale.js';
import { priceLabel } from '../../i18n/price.js';
import type { Manifest } from '../../schema/manifest.js';
import { parseManifest } from '../../schema/parse-manifest.js';
import { parseAspect } from '../../timeline/aspect.js';
import { html, jsonInHtml } from './escape.js';
import { jsonLd, picturesOf } from './json-ld.js';
import { fallbackStyles } from './styles.js';

export interface FallbackOptions {
  /** Where the browser fetches the manifest: absolute, or relative to `pageUrl`. */
  readonly manifestUrl: string;
  /** The page's own address, absolute. Clips point into it. */
  readonly pageUrl?: string;
  /** When the film was published, ISO 8601; search engines want it. */
  readonly uploadDate?: string;
  /** BCP 47, for the prices. Default: the manifest's `lang`. */
  readonly locale?: string;
  /** More attributes of the tag, as `{ beacon: '/v1/beacons', muted: true }`. */
  readonly attributes?: Readonly<Record<string, string | boolean>>;
  /** For a Content-Security-Policy that lets no other `<style>` through. */
  readonly nonce?: string;
  /** Words beside the products' own, in the page's language. */
  readonly text?: { readonly products?: string; readonly priceFrom?: string };
}

export interface Fallback {
  /** The tag with all that stands in it, ready for a template. */
  readonly html: string;
  /** What the `<script type="application/ld+json">` in it says. */
  readonly jsonLd: Readonly<Record<string, unknown>>;
  /** What was left out of the manifest, and what search engines will miss. */
  readonly warnings: readonly string[];
}

/** The poster's width in its attributes, in pixels; what counts is the ratio, which keeps its place. */
const POSTER_WIDTH = 1280;

const attributes = (all: Readonly<Record<string, string | boolean | undefined>>) =>
  Object.entries(all)
    .filter(([name, value]) => value !== false && value !== undefined && /^[a-z][\w-]*$/i.test(name))
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${html(String(value))}"`))
    .join('');

function baseOf({ manifestUrl, pageUrl }: FallbackOptions): string {
  const url = URL.canParse(manifestUrl, pageUrl) ? new URL(manifestUrl, pageUrl) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  throw new TypeError(
    `manifestUrl must be an absolute http(s) address, or relative to an absolute pageUrl, is ${JSON.stringify(manifestUrl)}.`,
  );
}

function gaps({ poster, segments, products }: Manifest, { uploadDate, pageUrl }: FallbackOptions): string[] {
  return [
    poster ? '' : 'The manifest has no poster, which search engines want of a video.',
    uploadDate && !Number.isNaN(Date.parse(uploadDate))
      ? ''
      : 'There is no upload date in ISO 8601, which search engines want of a video.',
    segments.length && !pageUrl ? 'The page’s address is not given, which clips point into.' : '',
    ...products
      .filter((product) => !picturesOf(product).length)
      .map(({ name }) => `${name} has no picture, which search engines want of a product.`),
  ].filter(Boolean);
}

function listOf(manifest: Manifest, locale: string, { text = {} }: FallbackOptions): string {
  const mp4 = manifest.media.sources.find(({ type }) => type.startsWith('video/mp4'));
  const title = mp4 ? `<a href="${html(mp4.src)}">${html(manifest.title)}</a>` : html(manifest.title);
  const items = manifest.products.map(
    (product) =>
      `<li><a href="${html(product.url)}">${html(product.name)}</a> <span>${html(
        priceLabel(product, locale, text.priceFrom ?? enPlayer.priceFrom),
      )}</span></li>`,
  );
  const label = text.products ? ` aria-label="${html(text.products)}"` : '';
  return `<div class="shoppable-fallback"><p>${title}</p><ul${label}>${items.join('')}</ul></div>`;
}

/**
 * The player's tag as a server sends it: the poster, links to the products with their prices, and what search engines
 * read. It is all there is without a script; with one, the player takes it over and nothing moves.
 * @param manifest the manifest, as the parsed JSON or a JSON text
 * @throws TypeError when the manifest's address cannot be made absolute; SyntaxError when the text is no JSON;
 *   ShoppableError `manifest-invalid` when the player could not play it
 */
export function createFallback(manifest: unknown, options: FallbackOptions): Fallback {
  const base = baseOf(options);
  const read = parseManifest(typeof manifest === 'string' ? JSON.parse(manifest) : manifest, base);
  const { poster, aspect, lang } = read.manifest;
  const shape = parseAspect(aspect) ?? 16 / 9;
  const facts = jsonLd(read.manifest, options);
  const size = { width: String(POSTER_WIDTH), height: String(Math.round(POSTER_WIDTH / shape)) };
  const nonce = options.nonce ? ` nonce="${html(options.nonce)}"` : '';
  const lines = [
    `<style${nonce}>${fallbackStyles(options.manifestUrl, aspect ?? '16:9')}</style>`,
    `<shoppable-video${attributes({ ...options.attributes, manifest: options.manifestUrl })}>`,
    poster ? `<img${attributes({ slot: 'poster', src: poster, ...size, alt: '' })}>` : '',
    listOf(read.manifest, localeOf(options.locale ?? lang), options),
    `<script type="application/ld+json">${jsonInHtml(facts)}</script>`,
    '</shoppable-video>',
  ];
  return {
    html: lines.filter(Boolean).join('\n'),
    jsonLd: facts,
    warnings: [...read.warnings.map(({ message }) => message), ...gaps(read.manifest, options)],
  };
}

/** The markup of {@link createFallback} alone. */
export const renderFallback = (manifest: unknown, options: FallbackOptions): string =>
  createFallback(manifest, options).html;
