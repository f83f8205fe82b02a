import { adapter, stages } from './test/support/size-stages.mjs';

const {
  eager,
  playing,
  playingWithBeacons,
  delivery,
  formats,
  loader,
  card,
  cardParts,
  later,
  scrubber,
  menu,
  stills,
  shelf,
  cart,
  insights,
  languages,
} = stages();

/** A file each, loaded with what reads them; English only for a page with texts of its own. */
const LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'pt-br', 'ja', 'zh-hans', 'ar'];

/** An adapter by itself, and what a page downloads that uses it: beside it, what all of them share. */
const ADAPTERS = {
  http: '2.1 KiB',
  'shopify-ajax': '2.3 KiB',
  bigcommerce: '2.5 KiB',
  woocommerce: '2.6 KiB',
  'shopify-storefront': '3 KiB',
};

/** Brotli, every file by itself, as a server sends them. */
export default [
  { name: 'before the shopper acts', path: eager, limit: '10 KiB' },
  { name: 'until an MP4 plays, with controls, hotspots and the schema parser', path: playing, limit: '28 KiB' },
  { name: 'the same, and beacons are delivered', path: playingWithBeacons, limit: '31.75 KiB' },
  { name: 'with the consent: storing, sending, trying again', path: delivery, limit: '5 KiB' },
  { name: 'formats of other receivers, all of them', path: formats, limit: '1.7 KiB' },
  { name: 'loader.js', path: loader, limit: '1.2 KiB' },
  { name: 'purchase.js', path: 'dist/purchase.js', limit: '1 KiB' },
  { name: 'react.js, beside the player', path: 'dist/react.js', limit: '1.2 KiB' },
  { name: 'the product card, with gallery and variants', path: card, limit: '12 KiB' },
  { name: 'all that comes after it: buying, sets, comparing, sharing, zoom', path: cardParts, limit: '10 KiB' },
  { name: 'the marks of the seek bar, with the chapters', path: scrubber, limit: '5.4 KiB' },
  { name: 'what is said of the scene, and the media keys, beside that', path: later, limit: '1.75 KiB' },
  { name: 'all that the menu leads to', path: menu, limit: '12 KiB' },
  { name: 'pictures in place of the film, beside that', path: stills, limit: '5 KiB' },
  { name: 'the shelf, beside what plays', path: shelf, limit: '7.25 KiB' },
  { name: 'the mini-cart, beside what plays', path: cart, limit: '11 KiB' },
  { name: 'the insights page, beside the player', path: insights, limit: '31 KiB' },
  ...LANGUAGES.map((name) => ({ name: `texts in ${name}`, path: `dist/chunks/${name}.js`, limit: '2 KiB' })),
  ...LANGUAGES.slice(1).map((name) => ({
    name: `texts of the menu in ${name}`,
    path: `dist/chunks/menu-${name}.js`,
    limit: '400 B',
  })),
  { name: 'what reads them, with the plural rules', path: languages, limit: '1.75 KiB' },
  ...Object.entries(ADAPTERS).flatMap(([name, limit]) => {
    const { own, all } = adapter(name);
    return [
      { name: `adapters/${name}.js`, path: own, limit: '1.5 KiB' },
      { name: `adapters/${name}.js and what it imports`, path: all, limit },
    ];
  }),
];
