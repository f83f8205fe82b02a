const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  m3u8: 'application/vnd.apple.mpegurl',
  m4s: 'video/mp4',
  map: 'application/json',
  mp4: 'video/mp4',
  png: 'image/png',
  svg: 'image/svg+xml',
  vtt: 'text/vtt; charset=utf-8',
  webp: 'image/webp',
};

const TEXTS = new Set(['css', 'html', 'js', 'json', 'm3u8', 'map', 'svg', 'vtt']);

const extensionOf = (path) => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/** The media type of a file by its name; undefined for what the demo has no business to serve. */
export const typeOf = (path) => TYPES[extensionOf(path)];

/** Whether a file gets smaller when it is compressed. */
export const isText = (path) => TEXTS.has(extensionOf(path));
