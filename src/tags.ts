/** What each tag takes and tells. `npm run docs` writes this from the doc comments of the elements. */
import type { ShoppableCart } from './cart-view/shoppable-cart.js';
import type { ShoppableInsights } from './dashboard/shoppable-insights.js';
import type { ShoppableVideo } from './element/shoppable-video.js';
import type { ShoppableShelf } from './shelf/shoppable-shelf.js';

/** `<shoppable-video>`: attributes, as HTML writes them. */
export interface ShoppableVideoAttributes {
  /** URL of the manifest. The property also takes the parsed object; a child `<script type="application/json">` needs no request. */
  manifest?: ShoppableVideo['manifest'];
  /** Ed25519 public key in base64 (32 bytes, or SPKI). A manifest that is not signed with its other half is refused, and so is one that has no address. */
  'signature-key'?: ShoppableVideo['signatureKey'];
  /** Space-separated URLs that interaction beacons are posted to. Absent: none leave the page. */
  beacon?: ShoppableVideo['beacon'];
  /** One format per beacon URL: `native` (default), `ga4` or `segment`. */
  'beacon-format'?: ShoppableVideo['beaconFormat'];
  /** `pending` (default) holds beacons in memory; `denied` purges them; `granted` sends. Reactive. */
  consent?: ShoppableVideo['consent'];
  /** How long a viewer's pseudonym lives. */
  'id-scope'?: ShoppableVideo['idScope'];
  /** What the shop is called, as its orders name it too; default: the page's host name. Goes into each beacon's envelope. */
  site?: ShoppableVideo['site'];
  /** Goes into each beacon's envelope. */
  'write-key'?: ShoppableVideo['writeKey'];
  /** Where on the site the player stands; goes into each beacon's envelope. */
  surface?: ShoppableVideo['surface'];
  /** What kind of page it stands on; goes into each beacon's envelope. */
  'page-type'?: ShoppableVideo['pageType'];
  /** A bundled cart adapter that needs no configuration. */
  cart?: ShoppableVideo['cart'];
  /** Shows this arm of the manifest's experiment, for a look at it: nobody is counted. `holdout` is one of them. */
  arm?: string;
  /** Plays when it comes into view. Browsers allow it only with `muted`. */
  autoplay?: ShoppableVideo['autoplay'];
  /** Starts without sound. */
  muted?: ShoppableVideo['muted'];
  /** Always so: full screen is the player's, never the bare video's. */
  playsinline?: boolean;
  /** `none` leaves the bar of controls out; otherwise it is there. */
  controls?: 'none';
  /** Begins again at the end. */
  loop?: ShoppableVideo['loop'];
  /** As on `<video>`, once there is one. */
  preload?: ShoppableVideo['preload'];
  /** URL of the poster, where no `<img slot="poster">` is given. */
  poster?: ShoppableVideo['poster'];
  /** How the picture fills the box. Hotspots follow the picture. */
  fit?: ShoppableVideo['fit'];
  /** CSS object-position of the picture. */
  position?: ShoppableVideo['position'];
  /** Who plays HLS. */
  engine?: ShoppableVideo['engine'];
  /** Second to begin at. The page's `#t=` does the same. */
  start?: ShoppableVideo['start'];
  /** Product to open with. The page's `#product=` does the same, and chooses `&variant=` and `&quantity=` in its card. */
  product?: ShoppableVideo['product'];
  /** BCP 47 language tag; default: the nearest `lang`, else the browser's language. The direction follows it. Reactive. */
  locale?: ShoppableVideo['locale'];
}

/** `<shoppable-video>`: properties. */
export interface ShoppableVideoProps {
  /** URL of the manifest. The property also takes the parsed object; a child `<script type="application/json">` needs no request. */
  manifest?: ShoppableVideo['manifest'];
  /** Ed25519 public key in base64 (32 bytes, or SPKI). A manifest that is not signed with its other half is refused, and so is one that has no address. */
  signatureKey?: ShoppableVideo['signatureKey'];
  /** Space-separated URLs that interaction beacons are posted to. Absent: none leave the page. */
  beacon?: ShoppableVideo['beacon'];
  /** One format per beacon URL: `native` (default), `ga4` or `segment`. */
  beaconFormat?: ShoppableVideo['beaconFormat'];
  /** `pending` (default) holds beacons in memory; `denied` purges them; `granted` sends. Reactive. */
  consent?: ShoppableVideo['consent'];
  /** How long a viewer's pseudonym lives. */
  idScope?: ShoppableVideo['idScope'];
  /** What the shop is called, as its orders name it too; default: the page's host name. Goes into each beacon's envelope. */
  site?: ShoppableVideo['site'];
  /** Goes into each beacon's envelope. */
  writeKey?: ShoppableVideo['writeKey'];
  /** Where on the site the player stands; goes into each beacon's envelope. */
  surface?: ShoppableVideo['surface'];
  /** What kind of page it stands on; goes into each beacon's envelope. */
  pageType?: ShoppableVideo['pageType'];
  /** A bundled cart adapter that needs no configuration. */
  cart?: ShoppableVideo['cart'];
  /** Shows this arm of the manifest's experiment, for a look at it: nobody is counted. `holdout` is one of them. */
  arm?: string;
  /** Plays when it comes into view. Browsers allow it only with `muted`. */
  autoplay?: ShoppableVideo['autoplay'];
  /** Starts without sound. */
  muted?: ShoppableVideo['muted'];
  /** Always so: full screen is the player's, never the bare video's. */
  playsinline?: boolean;
  /** `none` leaves the bar of controls out; otherwise it is there. */
  controls?: 'none';
  /** Begins again at the end. */
  loop?: ShoppableVideo['loop'];
  /** As on `<video>`, once there is one. */
  preload?: ShoppableVideo['preload'];
  /** URL of the poster, where no `<img slot="poster">` is given. */
  poster?: ShoppableVideo['poster'];
  /** How the picture fills the box. Hotspots follow the picture. */
  fit?: ShoppableVideo['fit'];
  /** CSS object-position of the picture. */
  position?: ShoppableVideo['position'];
  /** Who plays HLS. */
  engine?: ShoppableVideo['engine'];
  /** Second to begin at. The page's `#t=` does the same. */
  start?: ShoppableVideo['start'];
  /** Product to open with. The page's `#product=` does the same, and chooses `&variant=` and `&quantity=` in its card. */
  product?: ShoppableVideo['product'];
  /** BCP 47 language tag; default: the nearest `lang`, else the browser's language. The direction follows it. Reactive. */
  locale?: ShoppableVideo['locale'];
  /** Texts of the page's own in place of the language's: any of them, by the same keys. Set it anew to change it. */
  strings?: ShoppableVideo['strings'];
  /** The shop's cart, where no listener answers `shoppable-add-to-cart`. */
  cartAdapter?: ShoppableVideo['cartAdapter'];
  /** Asks for the current price and stock of the products that the shopper looks at. */
  refreshProducts?: ShoppableVideo['refreshProducts'];
  /** Replaces how beacons are sent. Set it before consent is granted. */
  beaconTransport?: ShoppableVideo['beaconTransport'];
}

/** `<shoppable-video>`: events. */
export interface ShoppableVideoEvents {
  /** The player can be used. */
  'shoppable-ready': HTMLElementEventMap['shoppable-ready'];
  /** The manifest was read (`manifest`, `warnings`). */
  'shoppable-manifest-loaded': HTMLElementEventMap['shoppable-manifest-loaded'];
  /** The viewer has an arm of the manifest's experiment (`experiment`, `arm`, `counted`). */
  'shoppable-experiment-assigned': HTMLElementEventMap['shoppable-experiment-assigned'];
  /** Cancelable: cancel it to show the product in the page. */
  'shoppable-open-product': HTMLElementEventMap['shoppable-open-product'];
  /** Cancelable: `lines`, `buyNow`, `respondWith(reply)`. */
  'shoppable-add-to-cart': HTMLElementEventMap['shoppable-add-to-cart'];
  /** Cancelable: the shopper asks for the checkout (`lines`). */
  'shoppable-checkout': HTMLElementEventMap['shoppable-checkout'];
  /** Cancelable: keep `productId` (and `variantId`) for later, or where `saved` is false not any longer; `respondWith(reply)` as for the cart. The button is there when the player has a listener. */
  'shoppable-wishlist': HTMLElementEventMap['shoppable-wishlist'];
  /** Cancelable: share `url`, which opens `productId` at this moment; `respondWith(reply)`. Unanswered, the browser shares it, or the link is copied. */
  'shoppable-share': HTMLElementEventMap['shoppable-share'];
  /** A hotspot was seen for a second (`hotspotId`, `productId`, `time`, `until`). */
  'shoppable-hotspot-exposed': HTMLElementEventMap['shoppable-hotspot-exposed'];
  /** A product was chosen (`hotspotId`, `productId`, `time`, `via`). */
  'shoppable-hotspot-clicked': HTMLElementEventMap['shoppable-hotspot-clicked'];
  /** A card is open (`productId`). */
  'shoppable-product-opened': HTMLElementEventMap['shoppable-product-opened'];
  /** A card was closed (`productId`, `ms`). */
  'shoppable-product-closed': HTMLElementEventMap['shoppable-product-closed'];
  /** The shop told another price or stock (`product`). */
  'shoppable-product-refreshed': HTMLElementEventMap['shoppable-product-refreshed'];
  /** A variant was chosen (`productId`, `variantId`). */
  'shoppable-variant-selected': HTMLElementEventMap['shoppable-variant-selected'];
  /** The shop answered what the card or the mini-cart asked (`lines`, `reply`; `changes`: by how many pieces each line has changed, below 0 what was taken out). */
  'shoppable-cart-changed': HTMLElementEventMap['shoppable-cart-changed'];
  /** A beacon was recorded; only while consent is granted (`record`). */
  'shoppable-beacon': HTMLElementEventMap['shoppable-beacon'];
  /** Something went wrong (`error.code`). */
  'shoppable-error': HTMLElementEventMap['shoppable-error'];
}

/** `<shoppable-shelf>`: attributes, as HTML writes them. */
export interface ShoppableShelfAttributes {
  /** Id of the player, where the shelf does not stand in it. */
  for?: ShoppableShelf['htmlFor'];
  /** `auto` (default): in a page a list where it is 720 px wide and a rail below that; in the player a rail from 560 px and a sheet below. */
  layout?: ShoppableShelf['layout'];
  /** The rail over the picture, or the sheet, is shown. The shopper's button sets it too. */
  open?: ShoppableShelf['open'];
}

/** `<shoppable-shelf>`: properties. */
export interface ShoppableShelfProps {
  /** Id of the player, where the shelf does not stand in it. */
  htmlFor?: ShoppableShelf['htmlFor'];
  /** `auto` (default): in a page a list where it is 720 px wide and a rail below that; in the player a rail from 560 px and a sheet below. */
  layout?: ShoppableShelf['layout'];
  /** The rail over the picture, or the sheet, is shown. The shopper's button sets it too. */
  open?: ShoppableShelf['open'];
}

/** `<shoppable-shelf>` sends none. */
export type ShoppableShelfEvents = Record<never, Event>;

/** `<shoppable-cart>`: attributes, as HTML writes them. */
export interface ShoppableCartAttributes {
  /** Id of the player, where the cart does not stand in it. */
  for?: ShoppableCart['htmlFor'];
  /** A button with the number of items, which opens the cart as a dialog. In the player always so. */
  compact?: ShoppableCart['compact'];
  /** The dialog is shown. The shopper's button sets it too. */
  open?: ShoppableCart['open'];
}

/** `<shoppable-cart>`: properties. */
export interface ShoppableCartProps {
  /** Id of the player, where the cart does not stand in it. */
  htmlFor?: ShoppableCart['htmlFor'];
  /** A button with the number of items, which opens the cart as a dialog. In the player always so. */
  compact?: ShoppableCart['compact'];
  /** The dialog is shown. The shopper's button sets it too. */
  open?: ShoppableCart['open'];
}

/** `<shoppable-cart>` sends none. */
export type ShoppableCartEvents = Record<never, Event>;

/** `<shoppable-insights>`: attributes, as HTML writes them. */
export interface ShoppableInsightsAttributes {
  /** Where the server is, without `/v1`; default: the page's own origin. */
  src?: ShoppableInsights['src'];
  /** One of the server's READ_KEYS, or of the site's readKeys. Whoever can read the page can read it: set it only where all of them may. */
  'read-key'?: ShoppableInsights['readKey'];
  /** Shows this site only, and offers no other. */
  site?: ShoppableInsights['site'];
  /** Where manifests are, with `{video}` where the id of the video stands, such as `/videos/{video}.json`. Without it no film is shown, and products are called by their ids. */
  manifest?: ShoppableInsights['manifest'];
  /** BCP 47 language tag of numbers and dates; default: the nearest `lang`, else English. The direction follows it. */
  locale?: ShoppableInsights['locale'];
}

/** `<shoppable-insights>`: properties. */
export interface ShoppableInsightsProps {
  /** Where the server is, without `/v1`; default: the page's own origin. */
  src?: ShoppableInsights['src'];
  /** One of the server's READ_KEYS, or of the site's readKeys. Whoever can read the page can read it: set it only where all of them may. */
  readKey?: ShoppableInsights['readKey'];
  /** Shows this site only, and offers no other. */
  site?: ShoppableInsights['site'];
  /** Where manifests are, with `{video}` where the id of the video stands, such as `/videos/{video}.json`. Without it no film is shown, and products are called by their ids. */
  manifest?: ShoppableInsights['manifest'];
  /** BCP 47 language tag of numbers and dates; default: the nearest `lang`, else English. The direction follows it. */
  locale?: ShoppableInsights['locale'];
  /** Texts of the page's own in place of the English ones, by the same keys. */
  strings?: ShoppableInsights['strings'];
}

/** `<shoppable-insights>` sends none. */
export type ShoppableInsightsEvents = Record<never, Event>;

/** Everything above, by tag. */
export interface Tags {
  'shoppable-video': {
    element: ShoppableVideo;
    attributes: ShoppableVideoAttributes;
    props: ShoppableVideoProps;
    events: ShoppableVideoEvents;
  };
  'shoppable-shelf': {
    element: ShoppableShelf;
    attributes: ShoppableShelfAttributes;
    props: ShoppableShelfProps;
    events: ShoppableShelfEvents;
  };
  'shoppable-cart': {
    element: ShoppableCart;
    attributes: ShoppableCartAttributes;
    props: ShoppableCartProps;
    events: ShoppableCartEvents;
  };
  'shoppable-insights': {
    element: ShoppableInsights;
    attributes: ShoppableInsightsAttributes;
    props: ShoppableInsightsProps;
    events: ShoppableInsightsEvents;
  };
}

/** Names of the events, by tag. */
export const EVENTS: { readonly [Tag in keyof Tags]: readonly string[] } = {
  'shoppable-video': [
    'shoppable-ready',
    'shoppable-manifest-loaded',
    'shoppable-experiment-assigned',
    'shoppable-open-product',
    'shoppable-add-to-cart',
    'shoppable-checkout',
    'shoppable-wishlist',
    'shoppable-share',
    'shoppable-hotspot-exposed',
    'shoppable-hotspot-clicked',
    'shoppable-product-opened',
    'shoppable-product-closed',
    'shoppable-product-refreshed',
    'shoppable-variant-selected',
    'shoppable-cart-changed',
    'shoppable-beacon',
    'shoppable-error',
  ],
  'shoppable-shelf': [],
  'shoppable-cart': [],
  'shoppable-insights': [],
};

/** The properties of each tag, with the attribute of each, if it has one. */
export const ATTRIBUTES: { readonly [Tag in keyof Tags]: Readonly<Record<string, string>> } = {
  'shoppable-video': {
    manifest: 'manifest',
    signatureKey: 'signature-key',
    beacon: 'beacon',
    beaconFormat: 'beacon-format',
    consent: 'consent',
    idScope: 'id-scope',
    site: 'site',
    writeKey: 'write-key',
    surface: 'surface',
    pageType: 'page-type',
    cart: 'cart',
    arm: 'arm',
    autoplay: 'autoplay',
    muted: 'muted',
    playsinline: 'playsinline',
    controls: 'controls',
    loop: 'loop',
    preload: 'preload',
    poster: 'poster',
    fit: 'fit',
    position: 'position',
    engine: 'engine',
    start: 'start',
    product: 'product',
    locale: 'locale',
    strings: '',
    cartAdapter: '',
    refreshProducts: '',
    beaconTransport: '',
  },
  'shoppable-shelf': { htmlFor: 'for', layout: 'layout', open: 'open' },
  'shoppable-cart': { htmlFor: 'for', compact: 'compact', open: 'open' },
  'shoppable-insights': {
    src: 'src',
    readKey: 'read-key',
    site: 'site',
    manifest: 'manifest',
    locale: 'locale',
    strings: '',
  },
};
