import type { SourceInput } from './source.js';

const TYPES: Record<string, string> = {
  m3u8: 'application/vnd.apple.mpegurl',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
};

/** A source by its address; undefined when the file's name does not tell what it is. */
export function sourceOf(src: string): SourceInput | undefined {
  const extension = /\.(\w+)(?:[?#]|$)/.exec(src)?.[1]?.toLowerCase();
  const type = TYPES[extension ?? ''];
  return type ? { src, type } : undefined;
}
