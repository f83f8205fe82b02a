import type { Ga4Event } from '../encoders/ga4.js';
import type { BeaconTransport } from './transport.js';

type Page = typeof globalThis & { dataLayer?: unknown[]; gtag?: (...words: unknown[]) => void };

/**
 * Hands GA4 events to the tag that the page has: to `gtag`, else to the `dataLayer` of a tag manager, which wants the
 * `ecommerce` of the event before cleared first (Tag Manager, "Measure ecommerce"). Nothing leaves the page from here.
 */
export const dataLayerTransport: BeaconTransport = {
  async send(_url, body) {
    const page = globalThis as Page;
    for (const { name, params } of (JSON.parse(body) as { events: Ga4Event[] }).events) {
      if (page.gtag) {
        page.gtag('event', name, params);
        continue;
      }
      const { items, currency, value, item_list_id, ...rest } = params;
      page.dataLayer ??= [];
      if (items) page.dataLayer.push({ ecommerce: null });
      page.dataLayer.push({
        event: name,
        ...rest,
        ...(items && { ecommerce: { currency, value, item_list_id, items } }),
      });
    }
    return { status: 204 };
  },
};
