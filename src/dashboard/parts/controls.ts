import { html, nothing } from 'lit';
import { plural } from '../../i18n/price.js';
import { DEFAULT_DAYS } from '../dates.js';
import type { Page } from '../page.js';

const PERIODS = [7, 28, 90];

const chosenIn = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;

function period(page: Page) {
  const { text, at, format, range } = page;
  const own = Boolean(at.from && at.to);
  const days = Number(at.days ?? DEFAULT_DAYS);
  const choose = (value: string) =>
    page.go(
      value === 'own'
        ? { from: range.from, to: range.to, days: undefined }
        : { days: value, from: undefined, to: undefined },
    );
  const day = (name: 'from' | 'to') => html`<label><span>${text[name]}</span>
    <input type="date" .value=${range[name]} max=${name === 'from' ? range.to : nothing} min=${name === 'to' ? range.from : nothing}
      @change=${(event: Event) => chosenIn(event) && page.go({ from: range.from, to: range.to, days: undefined, [name]: chosenIn(event) })} /></label>`;
  return html`<label><span>${text.period}</span>
      <select @change=${(event: Event) => choose(chosenIn(event))}>
        ${[...new Set([...PERIODS, days])]
          .sort((a, b) => a - b)
          .map(
            (count) =>
              html`<option value=${count} ?selected=${!own && count === days}>${plural(text.lastDays, count, format.locale)}</option>`,
          )}
        <option value="own" ?selected=${own}>${text.ownDays}</option>
      </select></label>
    ${own ? html`${day('from')}${day('to')}` : nothing}`;
}

/** Which site, video and days are shown. */
export function controls(page: Page, { site }: { site: string | undefined }) {
  const { text, at, videos } = page;
  const known = page.get<{ videos: readonly { site: string }[] }>(
    `/v1/videos${site ? `?site=${encodeURIComponent(site)}` : ''}`,
  );
  const sites = [...new Set((known.answer?.videos ?? []).map((video) => video.site))];
  const chosen = at.view === 'video' ? (at.video ?? videos[0]?.video) : at.video;
  const names = [...new Set(videos.map(({ video }) => video))];
  return html`<form class="controls" @submit=${(event: Event) => event.preventDefault()}>
    ${
      site || sites.length < 2
        ? nothing
        : html`<label><span>${text.site}</span><select @change=${(event: Event) => page.go({ site: chosenIn(event), video: undefined, item: undefined })}>
            <option value="" ?selected=${!at.site}>${text.allSites}</option>
            ${sites.map((name) => html`<option value=${name} ?selected=${name === at.site}>${name}</option>`)}</select></label>`
    }
    ${
      at.view === 'video'
        ? html`<label><span>${text.video}</span><select @change=${(event: Event) => page.go({ video: chosenIn(event), item: undefined, at: undefined })}>
            ${names.map((name) => html`<option value=${name} ?selected=${name === chosen}>${page.titleOf(name)}</option>`)}</select></label>`
        : nothing
    }
    ${period(page)}
    ${
      at.view === 'overview'
        ? html`<label class="check"><input type="checkbox" .checked=${Boolean(at.before)}
            @change=${(event: Event) => page.go({ before: (event.currentTarget as HTMLInputElement).checked ? '1' : undefined })} />
          <span>${text.before}</span></label>`
        : nothing
    }
  </form>`;
}
