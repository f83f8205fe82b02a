import { stages } from './test/support/size-stages.mjs';

const { eager, playing, playingWithBeacons, loader, card } = stages();

/** Brotli, every file by itself, as a server sends them. */
export default [
  { name: 'before the shopper acts', path: eager, limit: '10 KiB' },
  { name: 'until an MP4 plays, with controls, hotspots and the schema parser', path: playing, limit: '28 KiB' },
  { name: 'the same, and beacons are delivered', path: playingWithBeacons, limit: '31.5 KiB' },
  { name: 'loader.js', path: loader, limit: '1.2 KiB' },
  { name: 'the product card', path: card, limit: '12 KiB' },
];
