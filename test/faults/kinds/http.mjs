/** What an endpoint, or something that stands before it, answers. Each to the first three requests. */
import * as inject from '../lab/injections.mjs';
import { first } from '../lab/proxy.mjs';

const answering = (injection, more) => ({ name: injection.name, plan: () => first(3, injection), ...more });
const inTwoSeconds = () => new Date(Date.now() + 2_000).toUTCString();

/** Too large, until a batch is smaller than this many events. */
const tooLarge = {
  name: '413 until it is split',
  plan: () => () => ({
    name: '413',
    judge: ({ events }) => (events.length > 7 ? inject.status(413) : undefined),
  }),
};

export const http = [
  ...[400, 401, 403, 408, 410, 413, 422].map((code) => answering(inject.status(code))),
  tooLarge,
  answering(inject.retryAfter(429, 1, '429, seconds')),
  {
    name: '429, a date',
    plan:
      () =>
      ({ n }) =>
        n < 3 ? inject.retryAfter(429, inTwoSeconds(), '429, a date') : undefined,
  },
  answering(inject.retryAfter(429, 99_999_999_999, '429, absurd'), { patienceMs: 4_000 }),
  answering(inject.retryAfter(429, 'soon', '429, nonsense')),
  ...[500, 502, 503, 504].map((code) => answering(inject.status(code))),
  answering(inject.retryAfter(503, 1, '503, Retry-After')),
  ...[inject.captivePortal, inject.blindPortal, inject.portalLogin, inject.noCors].map((injection) =>
    answering(injection),
  ),
];

/** These refuse one event for good: it is not to be had, and everything else is. */
export const poison = [400, 422].map((code) => ({
  name: `${code} for one bad event`,
  refused: 1,
  plan: (label) => () => inject.poisoned(code, `${label}.5`),
}));
