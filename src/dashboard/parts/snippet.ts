import { html } from 'lit';
import { fill } from '../../i18n/format.js';
import type { Page } from '../page.js';
import { catalogueText, type ExperimentSnippet, manifestText } from '../snippets.js';

/** Text to be taken elsewhere. Where the browser gives no clipboard, it can be marked. */
function copyable(page: Page, text: string, label: string) {
  const { copy, copied } = page.text.snippet;
  const take = async (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    await navigator.clipboard.writeText(text).then(
      () => {
        button.textContent = copied;
      },
      () => getSelection()?.selectAllChildren(button.previousElementSibling!),
    );
  };
  return html`<pre tabindex="0" role="group" aria-label=${label}><code>${text}</code></pre><button class="copy" @click=${take}>${copy}</button>`;
}

/** An experiment as the manifest of a video has it, and as the server has to know it. */
export function experimentSnippet(page: Page, video: string, experiment: ExperimentSnippet) {
  const words = page.text.holdout;
  const site = page.at.site ?? page.videos.find((known) => known.video === video)?.site ?? 'shop';
  const manifest = fill(words.manifest, { title: page.titleOf(video) });
  return html`<div class="snippet">
    <div><p>${manifest}:</p>${copyable(page, manifestText(experiment), manifest)}</div>
    <div><p>${words.catalogue}</p>${copyable(page, catalogueText(site, experiment), words.catalogue)}</div>
  </div>`;
}
