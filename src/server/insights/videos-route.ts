import type { Context } from 'hono';
import { bind, select } from '../../insights/selection.js';
import { faults, json, type Paths, READERS } from '../openapi/operation.js';
import type { InsightsRouteParts } from './insights-route.js';
import { FILTERS } from './parameters.js';

/** What was seen of each, and what the catalogue calls it. Programs see videos too, and make none. */
const SQL = `
  SELECT seen.site AS site, seen.video_id AS video, title, first_ms AS "firstMs", last_ms AS "lastMs"
  FROM (
    SELECT site, video_id, min(at_ms) AS first_ms, max(at_ms) AS last_ms
    FROM events WHERE video_id IS NOT NULL AND NOT bot AND {selection of site}
    GROUP BY site, video_id
  ) AS seen
  LEFT JOIN video_facts ON video_facts.site = seen.site AND video_facts.video_id = seen.video_id
  ORDER BY seen.site, seen.video_id`;

/** `GET /v1/videos`: which there are to ask insights about. */
export function videosRoute({ store, warn }: InsightsRouteParts) {
  return async (context: Context): Promise<Response> => {
    context.header('Cache-Control', 'no-store');
    try {
      await store.catchUp();
      const site = context.req.query('site') || undefined;
      const sql = select(SQL, { site });
      return context.json({ videos: await store.query(sql, bind(sql, { site })) });
    } catch (error) {
      warn(`The videos could not be listed: ${error}`);
      context.header('Retry-After', '5');
      return context.json({ error: 'The store does not answer now. Ask again later.', path: '' }, 503);
    }
  };
}

const time = { type: 'integer', description: 'Unix milliseconds.' };

export const paths: Paths = {
  '/v1/videos': {
    get: {
      operationId: 'videos',
      summary: 'The videos of which anything was told, by site.',
      security: READERS,
      parameters: [{ name: 'site', in: 'query', description: FILTERS.site, schema: { type: 'string' } }],
      responses: {
        200: {
          description: 'Each with its title, where the catalogue has one, and when it was seen first and last.',
          content: json({
            type: 'object',
            required: ['videos'],
            properties: {
              videos: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['site', 'video', 'title', 'firstMs', 'lastMs'],
                  properties: {
                    site: { type: 'string' },
                    video: { type: 'string' },
                    title: { type: ['string', 'null'] },
                    firstMs: time,
                    lastMs: time,
                  },
                },
              },
            },
          }),
        },
        ...faults({
          401: 'The key is missing or wrong.',
          403: 'Only this machine may, because the server has no keys.',
          503: 'The store does not answer now.',
        }),
      },
    },
  },
};
