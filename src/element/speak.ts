import { ErrorEvent } from '../events/error.js';
import { loadLanguage } from '../i18n/languages.js';
import type { OwnStrings } from '../i18n/strings.js';
import { errorOf } from '../shared/error-of.js';
import { warnOnce } from '../shared/warn.js';
import { rightToLeftStyles } from './right-to-left-styles.js';
import type { ShoppableVideo } from './shoppable-video.js';

/** What was asked for last, by player: an older language may come later. */
const asked = new WeakMap<ShoppableVideo, { readonly tag: string; readonly own: OwnStrings | undefined }>();

/** Gives a player the language of its page, and has everything that is shown of it drawn in that language. */
export async function speak(element: ShoppableVideo): Promise<void> {
  const wanted = { tag: element.language, own: element.strings };
  asked.set(element, wanted);
  const language = await loadLanguage(wanted.tag, wanted.own, (lang, cause) => void tell(element, lang, cause));
  await element.updateComplete;
  if (asked.get(element) !== wanted) return;
  const stage = element.renderRoot.firstElementChild as HTMLElement;
  stage.lang = language.lang;
  stage.dir = language.dir;
  const sheets = element.shadowRoot!.adoptedStyleSheets;
  const mirrored = rightToLeftStyles.styleSheet!;
  if (language.dir === 'rtl' && !sheets.includes(mirrored)) sheets.push(mirrored);
  element.state.set({ language });
  element.requestUpdate();
}

async function tell(element: ShoppableVideo, lang: string, cause: unknown): Promise<void> {
  const error = await errorOf('chunk-failed', { detail: `texts in ${lang}`, cause });
  warnOnce(error.message, error.message, cause);
  element.dispatchEvent(new ErrorEvent(error));
}
