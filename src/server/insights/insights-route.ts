import type { Context } from 'hono';
import { insight } from '../../insights/insight.js';
import type { StoreClient } from '../store/open-store.js';
import { findMetric, parseQuestion } from './question.js';

export interface InsightsRouteParts {
  readonly store: Pick<StoreClient, 'query' | 'dialect' | 'catchUp'>;
  readonly warn: (message: string) => void;
}

/** `GET /v1/insights/{metric}`. The answer has every event that was acknowledged before the request. */
export function insightsRoute({ store, warn }: InsightsRouteParts) {
  return async (context: Context): Promise<Response> => {
    const metric = findMetric(context.req.param('metric') ?? '');
    if ('error' in metric) return context.json(metric, 404);
    const question = parseQuestion(metric, context.req.query());
    if ('error' in question) return context.json(question, 400);
    context.header('Cache-Control', 'no-store');
    try {
      await store.catchUp();
      return context.json(await insight(metric, question, store));
    } catch (error) {
      warn(`The insight ${metric.name} could not be computed: ${error}`);
      context.header('Retry-After', '5');
      return context.json({ error: 'The store does not answer now. Ask again later.', path: '' }, 503);
    }
  };
}
