import type { ShoppableVideo } from '../../../src/element/shoppable-video.js';
import { until } from '../../support/page.js';

let frame: HTMLIFrameElement | undefined;

afterEach(() => frame?.remove());

/** A page of its own, so that its language, or the files that it lacks, are nobody else's. */
export async function openPage(body: string, { attributes = '', dist = '/dist', listen = '' } = {}) {
  // One at a time: a player below the edge of the window waits there.
  frame?.remove();
  const own = document.createElement('iframe');
  frame = own;
  own.width = '800';
  own.height = '600';
  own.srcdoc = `<!doctype html><html ${attributes}><meta charset="utf-8"><body>${body}
    <script>window.warnings = []; console.warn = (...words) => warnings.push(words.join(' ')); ${listen}</script>
    <script type="module" src="${dist}/shoppable-video.js"></script></body></html>`;
  document.body.append(own);
  const player = await until(
    () => own.contentDocument?.querySelector<ShoppableVideo>('shoppable-video:defined'),
    'the player in its page',
  );
  const view = own.contentWindow as Window & {
    warnings: string[];
    errors?: HTMLElementEventMap['shoppable-error'][];
  };
  return { player, view };
}
