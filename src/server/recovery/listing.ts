import * as z from 'zod/mini';
import { STATES } from './stage.js';

const ms = z.int();
const text = z.string();
const nullable = <T extends z.ZodMiniType>(kind: T) => z.nullable(kind);

const ListedLine = z.object({
  product: text,
  name: nullable(text),
  variant: nullable(text),
  quantity: z.int(),
  unitMinor: nullable(z.int()),
  currency: nullable(text),
  video: text,
  positionMs: z.number(),
});

const ListedStep = z.object({
  step: z.int(),
  state: z.enum(['sent', 'uncertain', 'refused', 'next']),
  /** When it was sent, or goes at the earliest. */
  atMs: ms,
});

/** An intent as the list shows it. Nothing in it says who it is. */
export const ListedIntent = z.object({
  intent: text.check(z.describe('The id of its first event.')),
  site: text,
  video: text.check(z.describe('Where the last thing was put in the cart.')),
  title: nullable(text),
  positionMs: z.number().check(z.describe('The moment of that video, media time.')),
  startedMs: ms.check(z.describe('When the first thing was put in; Unix milliseconds, as all times here.')),
  lastMs: ms.check(z.describe('When something was last done to the cart.')),
  ageMs: ms.check(z.describe('Since then.')),
  endedMs: nullable(ms),
  currency: nullable(text),
  valueMinor: nullable(z.int()).check(
    z.describe(
      'Of the lines in that currency whose price is known; null when none is. What was left, not what could be had.',
    ),
  ),
  lines: z.array(ListedLine),
  state: z.enum(STATES),
  step: z.int().check(z.describe('Of the last message that went; 0 when none did.')),
  steps: z.array(ListedStep),
  tries: z.int().check(z.describe('That failed since the server began, of the message that is next.')),
  problem: nullable(text).check(z.describe('Why the last of them did.')),
  url: nullable(text).check(z.describe('What reopens the video there.')),
});
export type ListedIntent = z.output<typeof ListedIntent>;

/** The answer of `GET /v1/recovery`. */
export const Listing = z.object({
  asOfMs: ms,
  on: z.boolean().check(z.describe('Whether this server sends messages.')),
  receiver: z.nullable(z.enum(['webhook', 'smtp', 'dry-run'])),
  waitsMs: z.array(ms),
  giveUpMs: ms,
  holdout: z.number(),
  total: z.int().check(z.describe('Before `limit`.')),
  counts: z.record(text, z.int()).check(z.describe('How many are in each state, before `state` and `limit`.')),
  intents: z.array(ListedIntent),
});
export type Listing = z.output<typeof Listing>;

export const SORTS = ['age', 'value'] as const;

/** What the list may be asked with. */
export const PARAMETERS = {
  site: 'Of this site only.',
  video: 'Of those who left in this video only.',
  state: `In this state only: ${STATES.join(', ')}.`,
  sort: '`age` (default): the latest first; `value`: the largest first, by currency.',
  limit: 'How many at most, 1 to 1000. Default: 200.',
} as const;
