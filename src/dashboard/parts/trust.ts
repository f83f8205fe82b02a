import { html, nothing } from 'lit';
import { fill } from '../../i18n/format.js';
import type { Page } from '../page.js';

/** So much lost is worth a warning: totals are then too low by about as much. */
const LOSSY = 0.05;

/** How much was lost on the way, and how many of those who came were programs. Asked anew every minute. */
export function trust(page: Page) {
  const { format } = page;
  const words = page.text.quality;
  const { answer } = page.ask('counts', { by: 'type' });
  if (!answer) return nothing;
  const { lossShare, botShare } = answer;
  return html`<section class="trust" aria-label=${words.title}>
    <p><b><data value=${String(lossShare)}>${format.share(lossShare)}</data> ${words.loss.toLowerCase()}</b> ${words.lossNote}</p>
    <p><b><data value=${String(botShare)}>${format.share(botShare)}</data> ${words.bots.toLowerCase()}</b> ${words.botsNote}</p>
    ${lossShare !== null && lossShare > LOSSY ? html`<p class="warning">${fill(words.lossy, { share: format.share(lossShare) })}</p>` : nothing}
  </section>`;
}
