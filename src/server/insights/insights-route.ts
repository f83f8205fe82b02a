import type { Context } from 'hono';
import { insight, PartedQuarter, TooManyRows } from '../../insights/insight.js';
import { METRICS } from '../../insights/metrics/index.js';
import type { StoreClient } from '../store/open-store.js';
import { catalogue } from './catalogue.js';
import { toCsv } from './csv.js';
import { formatOf } from './format.js';
import { findMetric, parseQuestion } from './question.js';
import { simulatedSites } from './simulated-sites.js';

export interface InsightsRouteParts {
  readonly store: Pick<StoreClient, 'query' | 'dialect' | 'catchUp'>;
  readonly now: () => number;
  readonly warn: (message: string) => void;
}

/** `GET /v1/insights`: the metrics, and what each can be asked with; `simulated` are the sites whose figures are made up. */
export function catalogueRoute({ store, warn }: InsightsRouteParts) {
  return async (context: Context): Promise<Response> => {
    try {
      await store.catchUp();
      return context.json({
        ...catalogue(METRICS.values()),
        simulated: await simulatedSites(store, context.req.query('site')),
      });
    } catch (error) {
      warn(`Which sites are simulated could not be told: ${error}`);
      context.header('Retry-After', '5');
      return context.json({ error: 'The store does not answer now. Ask again later.', path: '' }, 503);
    }
  };
}

/** `GET /v1/insights/{metric}`. The answer has every event that was acknowledged before the request. */
export function insightsRoute({ store, now, warn }: InsightsRouteParts) {
  return async (context: Context): Promise<Response> => {
    const { req } = context;
    const metric = findMetric(req.param('metric') ?? '');
    if ('error' in metric) return context.json(metric, 404);
    const question = parseQuestion(metric, req.queries(), now());
    if ('error' in question) return context.json(question, 400);
    const format = formatOf(req.query('format'), req.header('accept'));
    if (typeof format === 'object') return context.json(format, 400);
    context.header('Cache-Control', 'no-store');
    context.header('Vary', 'Accept');
    try {
      await store.catchUp();
      const answer = await insight(metric, question, store);
      if (format === 'json') return context.json(answer);
      context.header('Content-Type', 'text/csv; charset=utf-8; header=present');
      context.header('Content-Disposition', `attachment; filename="${metric.name}.csv"`);
      return context.body(toCsv(answer, question.by));
    } catch (error) {
      if (error instanceof PartedQuarter) return context.json({ error: error.message, path: error.path }, 400);
      if (error instanceof TooManyRows) return context.json({ error: error.message, path: '' }, 400);
      warn(`The insight ${metric.name} could not be computed: ${error}`);
      context.header('Retry-After', '5');
      return context.json({ error: 'The store does not answer now. Ask again later.', path: '' }, 503);
    }
  };
}
