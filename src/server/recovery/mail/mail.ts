import type { Message, MessageLine } from '../message.js';
import type { RecoverySettings } from '../settings.js';
import { price } from './price.js';
import { filled, textsFor } from './texts.js';

/** A message as a mail: the same words as text and as HTML. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where somebody says that they want no more. */
  readonly unsubscribe?: string;
}

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|yi)\b/;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/**
 * Without pictures and scripts, read aloud as it is seen: one heading, a list, a link that says where it leads. Colours have a
 * contrast of 7 : 1 or more on white, and are swapped where a mail program shows the dark.
 */
const page = (lang: string, title: string, body: string) => `<!doctype html>
<html lang="${escaped(lang)}" dir="${RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title>
<style>
  body { margin: 0; background: #fff; color: #1a1a1a; font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 36em; margin: 0 auto; padding: 24px; }
  h1 { font-size: 1.375em; line-height: 1.25; overflow-wrap: anywhere; }
  li { margin: 0 0 8px; overflow-wrap: anywhere; }
  a { color: #0b3d91; }
  a.button { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #0b3d91; color: #fff; text-decoration: none; }
  footer { margin-top: 32px; font-size: 0.875em; }
  @media (prefers-color-scheme: dark) {
    body { background: #121212; color: #f2f2f2; }
    a { color: #a9c7ff; }
    a.button { background: #a9c7ff; color: #121212; }
  }
</style></head>
<body><main>
${body}
</main></body></html>`;

/** Makes the mail of a message. */
export function mailOf(message: Message, sites: RecoverySettings['sites']): Mail {
  const { contact, video, lines, url, site } = message;
  const own = sites[site];
  const { texts, lang } = textsFor(own, contact.locale);
  const values = { name: contact.name, title: video.title ?? video.id };
  const say = (text: string) => filled(text, values);
  const unsubscribe = own?.unsubscribe?.replaceAll('{viewer}', encodeURIComponent(contact.viewerId));
  const subject = say(texts.subject);

  const words = ({ quantity, name, productId, unitMinor, currency }: MessageLine) => {
    const count = filled(texts.quantity, { quantity: new Intl.NumberFormat(lang).format(quantity) });
    return { count, what: name ?? productId, each: price(unitMinor, currency, lang) };
  };
  const text = [
    say(texts.greeting),
    '',
    say(texts.intro),
    '',
    ...lines.map((line) => {
      const { count, what, each } = words(line);
      return `- ${count} ${what}${each ? `, ${each}` : ''}`;
    }),
    '',
    `${texts.button}: ${url}`,
    '',
    say(texts.note),
    '',
    say(texts.why),
    ...(unsubscribe ? [`${texts.unsubscribe}: ${unsubscribe}`] : []),
    '',
  ].join('\n');

  const items = lines.map((line) => {
    const { count, what, each } = words(line);
    const name = line.url ? `<a href="${escaped(line.url)}">${escaped(what)}</a>` : escaped(what);
    return `<li>${escaped(count)} ${name}${each ? `, ${escaped(each)}` : ''}</li>`;
  });
  const html = page(
    lang,
    subject,
    [
      `<h1>${escaped(subject)}</h1>`,
      `<p>${escaped(say(texts.greeting))}</p>`,
      `<p>${escaped(say(texts.intro))}</p>`,
      `<ul>${items.join('')}</ul>`,
      `<p><a class="button" href="${escaped(url)}">${escaped(texts.button)}</a></p>`,
      `<p>${escaped(say(texts.note))}</p>`,
      `<footer><p>${escaped(say(texts.why))}</p>${
        unsubscribe ? `<p><a href="${escaped(unsubscribe)}">${escaped(texts.unsubscribe)}</a></p>` : ''
      }</footer>`,
    ].join('\n'),
  );
  return { subject, text, html, unsubscribe };
}
