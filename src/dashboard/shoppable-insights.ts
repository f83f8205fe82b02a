import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { directionOf } from '../i18n/direction.js';
import { localeOf } from '../i18n/locale.js';
import { partStyles } from '../themes/part-styles.js';
import { type Address, type Change, hashOf, readAddress, VIEWS, type ViewName } from './address.js';
import type { Answer, Asked, KnownVideo } from './answer.js';
import { Asker } from './asker.js';
import { type Range, rangeBefore, rangeOf, today } from './dates.js';
import { enInsights, type InsightsStrings } from './en.js';
import { Films, manifestUrl } from './films.js';
import { type Formats, formatsOf } from './format.js';
import type { Page, Parameters } from './page.js';
import { controls } from './parts/controls.js';
import { waiting } from './parts/frame.js';
import { saveAs } from './parts/save.js';
import { trust } from './parts/trust.js';
import { insightsStyles } from './styles/index.js';
import { abandoned } from './views/abandoned.js';
import { experiments } from './views/experiments.js';
import { money } from './views/money.js';
import { nextShoot } from './views/next-shoot.js';
import { oneVideo } from './views/one-video.js';
import { overview } from './views/overview.js';

const DRAW: Readonly<Record<ViewName, (page: Page) => unknown>> = {
  overview,
  video: oneVideo,
  experiments,
  money,
  next: nextShoot,
  abandoned,
};

/** While it is looked at, the page asks anew so often. */
const REFRESH_MS = 60_000;

/**
 * What each video earns and what to do next, from what a server of this package has counted. Views, period and filters stand in
 * the page's hash, so that every view has a link.
 *
 * @tag shoppable-insights
 * @attr {string} src - Where the server is, without `/v1`; default: the page's own origin.
 * @attr {string} read-key - One of the server's READ_KEYS, or of the site's readKeys. Whoever can read the page can read it: set it only where all of them may.
 * @attr {string} site - Shows this site only, and offers no other.
 * @attr {string} manifest - Where manifests are, with `{video}` where the id of the video stands, such as `/videos/{video}.json`. Without it no film is shown, and products are called by their ids.
 * @attr {string} locale - BCP 47 language tag of numbers and dates; default: the nearest `lang`, else English. The direction follows it.
 *
 * @csspart header - Title, views and filters.
 * @csspart view - What is shown.
 */
export class ShoppableInsights extends LitElement {
  static override styles = [partStyles, ...insightsStyles];
  static override properties = {
    src: {},
    readKey: { attribute: 'read-key' },
    site: {},
    manifest: {},
    locale: {},
    strings: { attribute: false },
    address: { state: true },
    second: { state: true },
  };

  declare src: string | undefined;
  declare readKey: string | undefined;
  declare site: string | undefined;
  declare manifest: string | undefined;
  declare locale: string | undefined;
  /** Texts of the page's own in place of the English ones, by the same keys. */
  declare strings: Partial<InsightsStrings> | undefined;
  declare private address: Address;
  declare private second: number;

  readonly #asker = new Asker(
    () => this.requestUpdate(),
    () => ({ base: this.src ?? '', key: this.readKey }),
  );
  readonly #films = new Films(() => this.requestUpdate());
  #formats?: Formats;
  #ended?: AbortController;
  /** The latest press on the strip, until the film is there. */
  #seeking?: object;
  /** The chart that a link leads to is shown once, when it has been drawn. */
  #shownChart?: string;

  constructor() {
    super();
    this.address = readAddress('');
    this.second = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    const read = () => {
      this.address = readAddress(location.hash);
      if (this.address.at) this.second = Number(this.address.at);
    };
    read();
    addEventListener('hashchange', read, { signal });
    const timer = setInterval(() => {
      if (!document.hidden && this.checkVisibility?.() !== false) this.#asker.again(true);
    }, REFRESH_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ended?.abort();
    this.#asker.end();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('src') || changed.has('readKey')) this.#asker.end();
  }

  protected override render() {
    const page = this.#page();
    const { text, at } = page;
    const listed = this.#listed();
    return html`<div class="page" lang="en" dir=${page.direction}>
      <header part="header">
        <h2>${text.title}</h2>
        <nav aria-label=${text.viewsLabel}><ul>${VIEWS.map(
          (view) =>
            html`<li><a href=${page.link({ view, chart: undefined, item: undefined })} aria-current=${view === at.view ? 'page' : nothing}>${text.views[view]}</a></li>`,
        )}</ul></nav>
        ${controls(page, { site: this.site })}
      </header>
      ${page.simulated ? html`<p class="simulated">${text.simulated}</p>` : nothing}
      <main part="view" aria-label=${text.views[at.view]}>
        ${listed.error === undefined ? DRAW[at.view](page) : waiting(page, listed)}
      </main>
      ${trust(page)}
    </div>`;
  }

  protected override updated(): void {
    const { chart } = this.address;
    if (!chart || chart === this.#shownChart) {
      if (!chart) this.#shownChart = undefined;
      return;
    }
    const figure = this.renderRoot.querySelector<HTMLElement>(`#chart-${CSS.escape(chart)}`);
    // what is above it may still grow
    if (!figure || this.renderRoot.querySelector('[aria-busy]')) return;
    this.#shownChart = chart;
    figure.scrollIntoView({ block: 'start' });
    figure.focus({ preventScroll: true });
  }

  #listed(): Asked<{ videos: readonly KnownVideo[] }> {
    const site = this.site ?? this.address.site;
    return this.#asker.ask(`/v1/videos${this.site ? `?site=${encodeURIComponent(site!)}` : ''}`);
  }

  #page(): Page {
    const locale = localeOf(this.locale ?? this.closest('[lang]')?.getAttribute('lang'));
    if (this.#formats?.locale !== locale) this.#formats = formatsOf(locale);
    const at = this.site ? { ...this.address, site: this.site } : this.address;
    const range = rangeOf(at, today());
    const before = at.before ? rangeBefore(range) : undefined;
    const known = this.#listed().answer?.videos ?? [];
    const videos = at.site ? known.filter(({ site }) => site === at.site) : known;
    const asked = at.site ? `?site=${encodeURIComponent(at.site)}` : '';
    const told = this.#asker.ask<{ simulated?: readonly string[] }>(`/v1/insights${asked}`).answer?.simulated ?? [];
    const film = (video: string) => (this.manifest ? this.#films.get(manifestUrl(this.manifest, video)) : undefined);
    const query = (metric: string, { from, to }: Range, parameters: Parameters = {}) => {
      const tz = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const all = Object.entries({ site: at.site, from, to, tz, ...parameters });
      const given = all.filter((entry): entry is [string, string] => Boolean(entry[1]));
      return `/v1/insights/${metric}?${new URLSearchParams(given)}`;
    };
    return {
      ...{ at, range, before, videos, direction: directionOf(locale), format: this.#formats! },
      text: this.strings ? { ...enInsights, ...this.strings } : enInsights,
      simulated: told.length > 0,
      ask: (metric, parameters) => this.#asker.ask<Answer>(query(metric, range, parameters)),
      askBefore: (metric, parameters) =>
        before ? this.#asker.ask<Answer>(query(metric, before, parameters)).answer : undefined,
      get: (path) => this.#asker.ask(path),
      again: () => this.#asker.again(),
      link: (change) => hashOf(this.address, change),
      go: (change) => this.#go(change),
      second: this.second,
      seek: (second) => void this.#seek(second),
      follow: (second) => {
        if (!this.#seeking) this.second = second;
      },
      save: (found, format, event) => saveAs(this.#asker, this.readKey, found, format, event),
      titleOf: (video) => {
        const titled = known.find((each) => each.video === video)?.title;
        return titled || film(String(video))?.title || String(video);
      },
      productOf: (product) => {
        for (const { video } of videos.slice(0, 12)) film(video);
        return this.#films.nameOf(String(product)) ?? String(product);
      },
      filmOf: (video) => film(video),
    };
  }

  /** A player has no film before it is wanted; asked to play, it has one, and is held at the moment. */
  async #seek(second: number): Promise<void> {
    this.second = second;
    const player = this.renderRoot.querySelector('shoppable-video');
    if (!player) return;
    const seeking = {};
    this.#seeking = seeking;
    try {
      if (!player.state.get().engine) {
        player.start = second;
        await player.play();
        player.pause();
      }
      if (this.#seeking === seeking) player.currentTime = second;
    } catch {
      // Where the film cannot be had, the player itself says so; the figures of the moment are there.
    }
    if (this.#seeking === seeking) this.#seeking = undefined;
  }

  #go(change: Change): void {
    history.pushState(null, '', hashOf(this.address, change));
    this.address = readAddress(location.hash);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shoppable-insights': ShoppableInsights;
  }
}
