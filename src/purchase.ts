/** What pages without a player tell: the thank-you page its order, the checkout its steps. */
import { type Consent, effectiveConsent } from './beacon/consent.js';
import { createIdentity, type IdScope } from './beacon/identity.js';
import { uuidv7 } from './shared/ids.js';

export interface PurchaseLine {
  /** As the manifest has it. */
  readonly productId: string;
  readonly variantId?: string;
  readonly quantity: number;
  /** The line's total after discounts, in minor units. */
  readonly minor: number;
  /** The line's attribution token, where the shop kept it (`_shoppable`). */
  readonly token?: string;
}

export interface Purchase {
  /** The same that the shop's server or webhook names: the order counts once. */
  readonly orderId: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly lines: readonly PurchaseLine[];
}

export interface CheckoutStep {
  /** A name of the shop's own, such as `shipping`. */
  readonly step: string;
  /** What the shopper was told that shipping costs, in minor units. */
  readonly shippingMinor?: number;
  readonly currency?: string;
}

/** As the player's attributes of the same names. */
export interface PageOptions {
  /** Only `granted` sends. Default: `pending`; Global Privacy Control makes it `denied`. */
  readonly consent?: Consent;
  /** Default: `/v1/beacons`. */
  readonly beacon?: string;
  /** Default: the page's host. */
  readonly site?: string;
  readonly writeKey?: string;
  readonly idScope?: IdScope;
  readonly surface?: string;
  readonly pageType?: string;
}

/** @returns whether it is taken; false without consent, and when the endpoint does not answer so */
async function send(
  type: string,
  fields: object,
  {
    consent,
    beacon = '/v1/beacons',
    site = location.hostname,
    writeKey,
    idScope = 'persistent',
    surface,
    pageType,
  }: PageOptions,
): Promise<boolean> {
  // what a page is given may have changed since its script was written: only what is `granted` counts
  if (effectiveConsent(consent, navigator as { globalPrivacyControl?: boolean }) !== 'granted') return false;
  const atMs = Date.now();
  const event = {
    ...fields,
    type,
    eventId: uuidv7(),
    atMs,
    ...createIdentity(idScope, window).at(atMs),
    surface,
    pageType,
    automated: navigator.webdriver || undefined,
  };
  try {
    const { status } = await fetch(beacon, {
      method: 'POST',
      body: JSON.stringify({
        schema: 'shoppable.beacon/1',
        sdk: 'shoppable-video/0.1.0',
        site,
        writeKey,
        batchId: event.eventId,
        sentAtMs: atMs,
        events: [event],
      }),
      keepalive: true,
      credentials: 'omit',
    });
    return status === 204;
  } catch {
    return false;
  }
}

/**
 * Tells an order on its thank-you page, for shops whose server cannot. A page that is loaded again tells it again, and it counts
 * once; where the shop's server or webhook tells of it too, their word counts.
 * @returns whether it is taken; it never throws
 */
export const purchase = ({ orderId, currency, lines }: Purchase, options: PageOptions = {}): Promise<boolean> =>
  send('purchase', { orderId, currency, lines }, options);

/**
 * Tells that the shopper has entered a step of the checkout.
 * @returns whether it is taken; it never throws
 */
export const checkoutStep = (
  { step, shippingMinor, currency }: CheckoutStep,
  options: PageOptions = {},
): Promise<boolean> => send('checkout_step', { step, shippingMinor, currency }, options);
