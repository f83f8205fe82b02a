import type { IncomingHttpHeaders } from 'node:http';
import type { StockRoom } from './stock-room.js';

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: what a platform's client sends, of which each speaker reads a few fields
  readonly body: any;
}

export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a shop may say instead of doing what it was asked. */
export type Refusal = 'login' | 'expired' | 'conflict' | 'prose' | 'busy' | 'error';

/** How one platform talks: its documented requests and answers over the same stock. */
export interface Speaker {
  /** Told in the names of the cases. */
  readonly platform: string;
  /** Takes what there is when more is asked for; else refuses the whole. */
  clamps: boolean;
  /** Lines keep the request's id, so that a line is known again. */
  readonly marks: boolean;
  /** Lines keep the attribution token, and take it into the order. */
  readonly tokens: boolean;
  /** The request would change lines; all others are harmless. */
  changes(request: FakeRequest): boolean;
  answer(request: FakeRequest, room: StockRoom): FakeAnswer;
  /** `undefined` where the platform has no such thing. */
  refuse(kind: Refusal, room: StockRoom): FakeAnswer | undefined;
}

/** Said by the fake shops where a platform gives prose. */
export const PROSE = 'Nur heute nicht: „Ruhetag“.';
