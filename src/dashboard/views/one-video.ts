import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import type { Answer } from '../answer.js';
import { curve } from '../charts/curve.js';
import { ticks } from '../charts/scale.js';
import { cellAt, lanesOf, stripCells } from '../charts/strip.js';
import { stripLegend, stripView } from '../charts/strip-view.js';
import type { Page } from '../page.js';
import { frame } from '../parts/frame.js';
import { filmProducts } from './film-products.js';
import { funnelTable } from './funnel.js';

interface Peak {
  readonly from: number;
  readonly to: number;
  readonly place: { readonly low: number; readonly high: number };
}

/** The second in which a film is over: as its manifest says, else the last of which anything was counted. */
function durationOf(page: Page, video: string, { rows }: Answer): number {
  return page.filmOf(video)?.duration ?? Math.max(1, ...rows.map(({ to, second }) => Number(to ?? second) + 1));
}

function peakWords(page: Page, { summary }: Answer) {
  const { text, format } = page;
  const peak = summary?.peak as Peak | null | undefined;
  if (!peak) return html`<p class="headline">${text.film.noPeak}</p>`;
  const { low, high } = peak.place;
  return html`<p class="headline">${fill(text.film.peak, { time: format.seconds(peak.from) })}
    <button class="plain" @click=${() => page.seek(peak.from)}>${text.film.peakShow}</button>
    <span>${fill(text.film.peakRange, { low: format.seconds(low), high: format.seconds(high + 1) })}</span></p>`;
}

function sceneWords(page: Page, video: string) {
  const { text, format, second } = page;
  const film = page.filmOf(video);
  if (!film) return nothing;
  const there = film.hotspots.filter(({ start, end }) => second >= start && second < end);
  const names = [...new Set(there.map(({ product }) => product))];
  const time = format.seconds(second);
  return html`<p aria-live="polite">${
    names.length
      ? html`${fill(text.film.now, { time })}: ${names.map((product, at) => html`${at ? ', ' : ''}<a href=${page.link({ item: product, chart: 'why' })}>${page.productOf(product)}</a>`)}`
      : fill(text.film.nobodyNow, { time })
  }</p>`;
}

function heat(page: Page, video: string) {
  const { text, format } = page;
  const words = text.film;
  const asked = page.ask('hctr-second', { video });
  return frame(page, {
    ...{ id: 'heat', title: words.heat, note: words.heatNote, asked, wide: true },
    draw: (answer) => {
      const film = page.filmOf(video);
      const duration = durationOf(page, video, answer);
      const cells = stripCells(answer.rows, duration);
      const highest = Math.max(0, ...cells.filter(({ few }) => !few).map(({ row }) => row.value ?? 0));
      const tell = (second: number) => {
        const time = format.seconds(second);
        const cell = cellAt(cells, second);
        if (!cell) return fill(words.seekNobody, { time });
        const { k, n, value } = cell.row;
        return fill(words.seekValue, { time, k: format.number(k), n: format.number(n), share: format.share(value) });
      };
      return html`<div class="stage">
        <div class="stage__film">${
          film
            ? html`<shoppable-video manifest=${film.url} muted preload="auto" start=${page.at.at ?? nothing} locale=${page.format.locale}
                @timeupdate=${(event: Event) => page.follow((event.currentTarget as HTMLMediaElement).currentTime)}></shoppable-video>`
            : html`<p class="aside">${words.noManifest}</p>`
        }
        ${stripView({
          ...{ cells, duration, second: page.second, tell },
          lanes: lanesOf(film?.hotspots ?? []),
          label: words.seek,
          nameOf: page.productOf,
          seek: page.seek,
        })}
        ${stripLegend(words.heatLow, fill(words.heatHigh, { share: format.share(highest) }), words.heatFew)}</div>
        <div class="stage__words">${peakWords(page, answer)}<div class="scene"><p>${tell(page.second)}</p>${sceneWords(page, video)}</div></div></div>`;
    },
  });
}

function retention(page: Page, video: string) {
  const { text, format } = page;
  const words = text.film;
  return frame(page, {
    ...{ id: 'retention', title: words.retention, note: words.retentionNote },
    asked: page.ask('retention', { video }),
    draw: (answer) => {
      const { rows } = answer;
      const values = rows.map(({ value }) => value ?? 0);
      const plays = rows.map(({ plays, n }) => (n ? Number(plays) / n : 0));
      const most = Math.max(1, ...plays);
      const half = rows.findIndex(({ value }) => (value ?? 0) < 0.5);
      const length = Math.max(1, rows.length - 1);
      return html`<p class="headline">${half < 0 ? words.stays : fill(words.half, { time: format.seconds(half) })}</p>
        ${curve(
          {
            ...{ values, other: plays, most },
            lows: rows.map(({ low }) => low ?? 0),
            highs: rows.map(({ high }) => high ?? 0),
            rows: [0, 0.5, 1].map((at) => ({ at: at / most, words: format.share(at) })),
            columns: ticks(0, length, 6).map((second) => ({ at: second / length, words: format.seconds(second) })),
          },
          words.retention,
        )}
        <p class="legend"><i class="key"></i><span>${words.kept}</span><i class="key thin"></i><span>${words.plays}</span></p>`;
    },
  });
}

/** The film itself with what people did in each second, how long they stayed, how far they came. */
export function oneVideo(page: Page) {
  const { text, at, videos } = page;
  const video = at.video ?? videos[0]?.video;
  if (!video) return html`<div class="empty"><p><b>${text.chart.nothing}</b></p><p>${text.chart.nothingNote}</p></div>`;
  return html`<h3 class="title">${page.titleOf(video)}</h3><div class="columns">
    ${heat(page, video)}
    ${retention(page, video)}
    ${frame(page, {
      ...{ id: 'funnel', title: text.film.funnel, note: text.film.funnelNote, asked: page.ask('funnel', { video }) },
      draw: (answer) => funnelTable(page, answer),
    })}
    ${filmProducts(page, video)}
  </div>`;
}
