import type { Address, Change } from './address.js';
import type { Answer, Asked, KnownVideo } from './answer.js';
import type { Range } from './dates.js';
import type { InsightsStrings } from './en.js';
import type { Film } from './films.js';
import type { Formats } from './format.js';

export type Parameters = Readonly<Record<string, string | undefined>>;

/** What a view is drawn from: it asks, and is drawn again when answers have come. */
export interface Page {
  readonly at: Address;
  readonly range: Range;
  readonly before: Range | undefined;
  readonly text: InsightsStrings;
  readonly format: Formats;
  readonly direction: 'ltr' | 'rtl';
  readonly videos: readonly KnownVideo[];
  /** Whether the server says that its history is made up. */
  readonly simulated: boolean;
  /** The site, days and time zone of the address are in every question; a parameter of undefined takes one away. */
  ask(metric: string, parameters?: Parameters): Asked;
  /** The same question about the period before; undefined where none is compared. */
  askBefore(metric: string, parameters?: Parameters): Answer | undefined;
  /** Any address of the server's below its base. */
  get<T>(path: string): Asked<T>;
  again(): void;
  link(change: Change): string;
  go(change: Change): void;
  /** Where the film of a view stands, in seconds. */
  readonly second: number;
  /** Shows a moment of the film. */
  readonly seek: (second: number) => void;
  /** The film has got so far by itself. */
  readonly follow: (second: number) => void;
  /** What a question answers, as a file. */
  save(asked: Asked, format: 'csv' | 'json', event: Event): void;
  readonly titleOf: (video: unknown) => string;
  readonly productOf: (product: unknown) => string;
  /** The manifest of a video, where the page knows it and it has come. */
  filmOf(video: string): Film | undefined;
}
