import { METRICS } from '../../insights/metrics/index.js';
import type { Metric, Option } from '../../insights/metrics/metric.js';
import { faults, json, type Operation, type Paths, READERS } from '../openapi/operation.js';
import { COMMON, FILTERS } from './parameters.js';

const SCHEMAS: Partial<Record<string, object>> = { format: { enum: ['json', 'csv'], default: 'json' } };

function schemaOfOption(option: Option): object {
  if ('values' in option) return { enum: option.values, default: option.default };
  const [minimum, maximum] = option.days;
  return { type: 'integer', minimum, maximum, default: option.default };
}

function parameters({ by, needs = [], options = {}, refuses = {} }: Metric): object[] {
  const dimensions = Object.keys(by);
  const taken = Object.entries(COMMON).filter(([name]) => !(name in refuses));
  const common = taken.map(([name, description]) => ({
    name,
    in: 'query',
    description,
    required: (needs as readonly string[]).includes(name),
    schema:
      name === 'by'
        ? { enum: dimensions, default: dimensions[0] }
        : (SCHEMAS[name] ?? { type: 'string', maxLength: 200 }),
  }));
  const own = Object.entries(options).map(([name, option]) => ({
    name,
    in: 'query',
    description: option.meaning,
    schema: schemaOfOption(option),
  }));
  return [...common, ...own];
}

const share = { type: ['number', 'null'], minimum: 0, maximum: 1 };
const number = { type: ['number', 'null'] };

const answer = ({ name, unit, basis, by, summary }: Metric) => ({
  type: 'object',
  required: ['metric', 'unit', 'definition', 'basis', 'rows', 'botShare', 'lossShare'],
  properties: {
    metric: { const: name },
    unit: { const: unit },
    definition: { type: 'string' },
    basis: { const: basis },
    rows: {
      type: 'array',
      description: `Each has the dimension that was asked for, which is one of ${Object.keys(by).join(', ')}.`,
      items: {
        type: 'object',
        required: ['n', 'value', 'low', 'high'],
        properties: {
          k: { type: 'integer' },
          n: { type: 'integer' },
          value: { ...number, description: 'null when there was nobody to observe.' },
          low: { ...number, description: 'Of the 95 % interval.' },
          high: number,
        },
      },
    },
    ...(summary && { summary: { type: 'object', description: 'What is said of all rows together.' } }),
    botShare: { ...share, description: 'Of viewers; they are not in the figures.' },
    lossShare: { ...share, description: 'Of events, which did not arrive.' },
  },
});

const REFUSED = { 401: 'The key is missing or wrong.', 403: 'Only this machine may, because the server has no keys.' };

const operation = (metric: Metric): Operation => ({
  operationId: `insight-${metric.name}`,
  summary: metric.definition,
  security: READERS,
  parameters: parameters(metric),
  responses: {
    200: {
      description: 'The answer, with every event that was acknowledged before.',
      content: { ...json(answer(metric)), 'text/csv': { schema: { type: 'string' } } },
    },
    ...faults({ 400: 'A parameter is wrong; `path` is its name.', ...REFUSED, 503: 'The store does not answer now.' }),
  },
});

const list: Operation = {
  operationId: 'insights',
  summary: 'The metrics, and what each can be asked with; and which sites are simulated.',
  security: READERS,
  parameters: [{ name: 'site', in: 'query', description: FILTERS.site, schema: { type: 'string' } }],
  responses: {
    200: {
      description: 'Each with its unit, definition, dimensions and options.',
      content: json({
        type: 'object',
        required: ['parameters', 'metrics', 'simulated'],
        properties: {
          simulated: {
            type: 'array',
            description:
              'Sites whose figures are made up, as their `POST /v1/catalog` says: whoever shows them says so.',
            items: { type: 'string' },
          },
          parameters: { type: 'object', additionalProperties: { type: 'string' } },
          metrics: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'unit', 'basis', 'definition', 'dimensions', 'needs', 'options'],
              properties: {
                name: { type: 'string' },
                unit: { type: 'string' },
                basis: { type: 'string' },
                definition: { type: 'string' },
                dimensions: { type: 'array', items: { type: 'string' } },
                needs: { type: 'array', items: { type: 'string' } },
                options: { type: 'object' },
              },
            },
          },
        },
      }),
    },
    ...faults({ ...REFUSED, 503: 'The store does not answer now.' }),
  },
};

export const paths: Paths = {
  '/v1/insights': { get: list },
  ...Object.fromEntries(
    [...METRICS.values()].map((metric) => [`/v1/insights/${metric.name}`, { get: operation(metric) }]),
  ),
};
