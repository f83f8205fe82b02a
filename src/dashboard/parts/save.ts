import type { Asked } from '../answer.js';
import type { Asker } from '../asker.js';

/** Where the server wants a key, a link cannot bring it: the file is fetched and handed on. Without one the link does. */
export function saveAs(
  asker: Asker,
  key: string | undefined,
  asked: Asked,
  format: 'csv' | 'json',
  event: Event,
): void {
  if (!key) return;
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  void asker.file(`${asked.url}&format=${format}`).then((blob) => {
    const url = URL.createObjectURL(blob);
    Object.assign(document.createElement('a'), { href: url, download: link.download }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  });
}
