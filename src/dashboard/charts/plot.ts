import { html, noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';
import type uPlot from 'uplot';

export interface Series {
  /** Unix seconds, ascending. */
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
  readonly lows?: readonly (number | null)[];
  readonly highs?: readonly (number | null)[];
  /** Another line, of the period before, or of the other arm. */
  readonly other?: readonly (number | null)[];
  readonly write: (value: number) => string;
  readonly writeDay: (seconds: number) => string;
  /** What is shown of the figures; the rest of a wide band is cut off. Default: all, and 0. */
  readonly within?: readonly [number, number];
}

const HEIGHT = 220;
/** Steps between marks, in seconds. */
const DAYS = [1, 2, 7, 14, 28, 91, 182, 364].map((days) => days * 86_400);

/** A canvas knows no variables: what they are is read from the element. */
function colours(element: Element) {
  const style = getComputedStyle(element);
  const read = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  return {
    accent: read('--sv-accent', '#b4451f'),
    muted: read('--sv-muted', '#6b625a'),
    line: read('--sv-line', '#ddd'),
  };
}

function optionsFor(
  Plot: typeof uPlot,
  element: Element,
  { write, writeDay, within, values, lows, highs }: Series,
  width: number,
): uPlot.Options {
  const { accent, muted, line } = colours(element);
  const font = `12px ${getComputedStyle(element).fontFamily}`;
  const axis = { stroke: muted, font, grid: { stroke: line, width: 1 }, ticks: { show: false } };
  const all = [...values, ...(lows ?? []), ...(highs ?? []), 0].filter((value): value is number => value !== null);
  const [least, most] = within ?? [Math.min(...all), Math.max(...all)];
  return {
    width,
    height: HEIGHT,
    padding: [8, 28, 0, 0],
    // days of the calendar, wherever the page is read
    tzDate: (seconds) => Plot.tzDate(new Date(seconds * 1000), 'UTC'),
    legend: { show: false },
    cursor: { points: { size: 7 }, drag: { x: false, y: false } },
    scales: { x: { time: true }, y: { range: [least < 0 ? least * 1.08 : least, most > 0 ? most * 1.08 : most || 1] } },
    axes: [
      { ...axis, grid: { show: false }, space: 70, incrs: DAYS, values: (_, splits) => splits.map(writeDay) },
      { ...axis, size: 76, space: 44, values: (_, splits) => splits.map(write) },
    ],
    series: [
      {},
      { stroke: accent, width: 2, points: { show: values.length < 40, size: 5, fill: accent } },
      { stroke: 'transparent', points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
      { stroke: muted, width: 1.5, dash: [4, 4], points: { show: false } },
    ],
    bands: [{ series: [2, 3], fill: `color-mix(in srgb, ${accent} 16%, transparent)` }],
  };
}

/** Draws a series over time with uPlot, which is loaded for the first one, and draws it anew when its box or the colours change. */
class PlotDirective extends AsyncDirective {
  #plot?: uPlot;
  #series?: Series;
  #element?: HTMLElement;
  #stop?: AbortController;

  override render(_series: Series) {
    return noChange;
  }

  override update(part: ElementPart, [series]: [Series]) {
    const same = JSON.stringify(series) === JSON.stringify(this.#series);
    this.#series = series;
    this.#element = part.element as HTMLElement;
    if (!this.#stop) this.reconnected();
    else if (!same) void this.#draw();
    return noChange;
  }

  override reconnected(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const size = new ResizeObserver(() => void this.#draw());
    size.observe(this.#element!);
    signal.addEventListener('abort', () => size.disconnect());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => void this.#draw(), { signal });
  }

  override disconnected(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  async #draw(): Promise<void> {
    const stop = this.#stop;
    const { default: Plot } = await import('uplot');
    const [element, series] = [this.#element!, this.#series!];
    const width = element.clientWidth;
    if (!width || stop?.signal.aborted) return;
    this.#plot?.destroy();
    const nothing = series.times.map(() => null);
    const { times, values, highs = nothing, lows = nothing, other = nothing } = series;
    const data = [times, values, highs, lows, other] as unknown as uPlot.AlignedData;
    this.#plot = new Plot(optionsFor(Plot, element, series, width), data, element);
  }
}

const plot = directive(PlotDirective);

/** A line over time with its band, as a picture that is called so. Its figures stand in the table below it. */
export const timeSeries = (series: Series, label: string) =>
  html`<div class="plot" dir="ltr" role="img" aria-label=${label} ${plot(series)}></div>`;
