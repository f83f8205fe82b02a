import type { ShoppableHost } from '../../../host/host.js';
import { enMenu } from '../../../i18n/en-menu.js';
import { loadMenuTexts } from '../../../i18n/menu-languages.js';
import type { MenuStrings } from '../../../i18n/strings.js';

/** The menu's texts, in the language of the moment. */
export interface MenuTexts {
  now(): MenuStrings;
  /** Hears that there are others. */
  follow(changed: () => void, signal: AbortSignal): void;
}

/**
 * Resolves when there are texts to be shown. Where a language's cannot be loaded, they are English.
 * @param report told why
 */
export async function menuTexts(
  { state, signal }: ShoppableHost,
  report: (cause: unknown) => void,
): Promise<MenuTexts> {
  let texts: MenuStrings = enMenu;
  const changes = new EventTarget();
  const load = async () => {
    const { language } = state.get();
    try {
      const loaded = await loadMenuTexts(language);
      if (state.get().language === language) texts = loaded;
    } catch (cause) {
      report(cause);
    }
    changes.dispatchEvent(new Event('change'));
  };
  state.subscribe((now, before) => now.language !== before.language && void load(), signal);
  await load();
  return {
    now: () => texts,
    follow: (changed, until) => changes.addEventListener('change', changed, { signal: until }),
  };
}
