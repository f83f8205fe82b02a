export type Consent = 'granted' | 'denied' | 'pending';

/**
 * What the shopper's consent comes to. Global Privacy Control counts as a denial unless the page says `granted`, because
 * the page has then asked this shopper by itself (globalprivacycontrol.org). Anything unknown is `pending`.
 */
export function effectiveConsent(
  asked: string | null | undefined,
  { globalPrivacyControl }: { readonly globalPrivacyControl?: boolean },
): Consent {
  if (asked === 'granted') return asked;
  return asked === 'denied' || globalPrivacyControl ? 'denied' : 'pending';
}
