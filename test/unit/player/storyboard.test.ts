import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStoryboard } from '../../../src/player/storyboard.js';

const BASE = 'https://shop.example/videos/storyboard.vtt';
const board = (...pictures: string[]) =>
  parseStoryboard(`WEBVTT\n\n${pictures.map((picture) => `00:00.000 --> 00:02.000\n${picture}`).join('\n\n')}\n`, BASE);

test('reads the picture and the rectangle, relative to the file', () => {
  const [still] = board('sheets/1.jpg?v=2#xywh=160,90,160,90');
  assert.deepEqual(still, {
    start: 0,
    end: 2,
    moment: 1,
    src: 'https://shop.example/videos/sheets/1.jpg?v=2',
    x: 160,
    y: 90,
    width: 160,
    height: 90,
  });
});

test('knows the unit that media fragments may name, and other dimensions beside', () => {
  assert.equal(board('a.jpg#xywh=pixel:0,0,16,9')[0]?.width, 16);
  assert.equal(board('a.jpg#t=1&xywh=0,0,16,9')[0]?.height, 9);
});

test('knows which second of the film a picture shows: the middle of its cue, or what is said', () => {
  const momentOf = (picture: string) => board(picture)[0]?.moment;
  assert.equal(momentOf('a.jpg#xywh=0,0,16,9'), 1);
  assert.equal(momentOf('a.jpg#xywh=0,0,16,9&t=0.04'), 0.04);
  assert.equal(momentOf('a.jpg#t=npt:1.96,2&xywh=0,0,16,9'), 1.96);
  for (const time of ['', '-1', 'NaN', '1e3', '99999999999', '00:01'])
    assert.equal(momentOf(`a.jpg#t=${time}&xywh=0,0,16,9`), 1, time);
  assert.equal(momentOf('a.jpg?t=7#xywh=0,0,16,9'), 1, 'a query is no fragment');
});

test('leaves out what shows nothing', () => {
  const bad = [
    'a.jpg',
    'a.jpg#',
    'a.jpg#xywh=',
    'a.jpg#xywh=0,0,160',
    'a.jpg#xywh=0,0,0,90',
    'a.jpg#xywh=0,0,160,0',
    'a.jpg#xywh=-1,0,160,90',
    'a.jpg#xywh=0,0,1e9,90',
    'a.jpg#xywh=0,0,999999999999,90',
    'a.jpg#xywh=percent:0,0,50,50',
    'a.jpg#xywh=NaN,0,1,1',
    '#xywh',
    '',
  ];
  assert.deepEqual(board(...bad), []);
});

test('follows only http and https', () => {
  const bad = [
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'blob:https://shop.example/1',
    'file:///etc/passwd',
    'http://',
  ];
  assert.deepEqual(board(...bad.map((url) => `${url}#xywh=0,0,160,90`)), []);
  assert.equal(board('//cdn.example/a.jpg#xywh=0,0,160,90')[0]?.src, 'https://cdn.example/a.jpg');
});

test('reads 10,000 stills', () => {
  assert.equal(board(...Array.from({ length: 10_000 }, (_, i) => `a.jpg#xywh=${i},0,160,90`)).length, 10_000);
});
