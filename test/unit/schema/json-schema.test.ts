import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import Ajv from 'ajv';
import { manifestJsonSchema } from '../../../src/schema/json-schema.js';
import { loose, sample } from './sample.js';

const schema = loose(manifestJsonSchema());

it('asks for what the contract requires and nothing else', () => {
  assert.deepEqual(schema.required, ['version', 'id', 'title', 'media']);
  assert.deepEqual(schema.properties.products.items.required, ['id', 'name', 'url', 'price']);
  assert.deepEqual(schema.properties.hotspots.items.required, ['product', 'start', 'end', 'keyframes']);
});

it('offers values, and refuses unknown keys except under custom', () => {
  assert.deepEqual(schema.properties.hotspots.items.properties.easing.enum, ['linear', 'smooth']);
  assert.equal(schema.properties.products.items.additionalProperties, false);
  assert.notEqual(schema.properties.custom.additionalProperties, false);
  assert.ok(schema.properties.$schema);
});

it('says limits, whole numbers, patterns and URLs', () => {
  const { price, url, options } = schema.properties.products.items.properties;
  assert.equal(price.properties.minor.type, 'integer');
  assert.equal(price.properties.currency.pattern, '^[A-Z]{3}$');
  assert.equal(url.format, 'uri-reference');
  assert.equal(options.items.properties.values.items.anyOf.length, 2);
  const { keyframes, aspects } = schema.properties.hotspots.items.properties;
  assert.equal(keyframes.minItems, 1);
  assert.equal(keyframes.items.properties.x.maximum, 1);
  assert.ok(new RegExp(aspects.propertyNames.pattern).test('9:16'));
  assert.equal(aspects.additionalProperties.items.properties.t.minimum, 0);
});

it('describes each place by itself and has no $id', () => {
  assert.notEqual(schema.properties.id.description, schema.properties.hotspots.items.properties.id.description);
  assert.equal(schema.properties.products.items.properties.sku.description, undefined);
  assert.ok(!JSON.stringify(schema).includes('"$id"'));
});

it('is a JSON Schema by which the demo’s manifest is valid and a spoilt one is not', () => {
  const ajv = new Ajv({ allErrors: true, formats: { 'uri-reference': true } });
  assert.ok(ajv.validateSchema(schema), ajv.errorsText());
  const validate = ajv.compile(schema);
  const told = (manifest: unknown) => {
    validate(manifest);
    return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  };
  const demo = JSON.parse(readFileSync('demo/media/coffee/manifest.json', 'utf8'));
  assert.deepEqual(told(demo), []);
  assert.deepEqual(told({ $schema: './schema.json', ...sample() }), []);
  const [product] = sample().products;
  assert.deepEqual(
    told({
      ...sample(),
      version: 2,
      colour: 'red',
      products: [{ ...product, price: { minor: 1.5, currency: 'euro' } }],
    }),
    [' additionalProperties', '/version const', '/products/0/price/minor type', '/products/0/price/currency pattern'],
  );
});
