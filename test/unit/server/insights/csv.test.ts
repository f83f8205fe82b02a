import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Insight } from '../../../../src/insights/insight.js';
import { toCsv } from '../../../../src/server/insights/csv.js';

const answer = (rows: object[]) => ({ rows, botShare: 0.5, lossShare: null }) as unknown as Insight;
const figures = { n: 2, value: 0.5, low: null, high: 1 };

test('the dimension is the first column, and each row has all of them', () => {
  const csv = toCsv(
    answer([
      { k: 1, ...figures, product: 'mug' },
      { product: 'cup', ...figures, extra: true },
    ]),
    'product',
  );
  assert.equal(
    csv,
    'product,k,n,value,low,high,extra,botShare,lossShare\r\nmug,1,2,0.5,,1,,0.5,\r\ncup,,2,0.5,,1,true,0.5,\r\n',
  );
});

test('commas, quotes and line breaks are quoted', () => {
  const [, ...lines] = toCsv(answer([{ product: 'a,"b"\nc', ...figures }]), 'product').split('\r\n');
  assert.deepEqual(lines, ['"a,""b""\nc",2,0.5,,1,0.5,', '']);
});

for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
  test(`${JSON.stringify(text)} is no formula`, () => {
    assert.match(
      toCsv(answer([{ product: text, ...figures }]), 'product')
        .split('\r\n')
        .slice(1)
        .join('\r\n'),
      /^"?'/,
    );
  });
}

test('a number below nothing stays a number', () => {
  assert.match(toCsv(answer([{ product: 'mug', n: 1, value: -5, low: -9, high: -1 }]), 'product'), /mug,1,-5,-9,-1/);
});

test('an empty answer still has its head', () => {
  assert.equal(toCsv(answer([]), 'day'), 'day,n,value,low,high,botShare,lossShare\r\n');
});
