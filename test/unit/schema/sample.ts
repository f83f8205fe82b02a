import type { ManifestInput } from '../../../src/schema/manifest.js';

export const BASE = 'https://shop.test/videos/coffee.json';

/** A valid manifest with every list filled, fresh for each test to spoil. */
export const sample = () =>
  ({
    version: 1,
    id: 'coffee',
    title: 'Coffee corner',
    description: 'Three things for a better morning.',
    lang: 'en',
    poster: 'coffee.jpg',
    duration: 30,
    aspect: '16:9',
    next: 'tea.json',
    media: {
      sources: [
        { src: 'coffee.m3u8', type: 'application/vnd.apple.mpegurl' },
        { src: 'coffee.mp4', type: 'video/mp4' },
      ],
      tracks: [{ kind: 'captions', src: 'coffee.en.vtt', lang: 'en', label: 'English' }],
      storyboard: 'coffee.storyboard.vtt',
    },
    products: [
      {
        id: 'mug',
        sku: 'MUG',
        name: 'Stoneware mug',
        brand: 'Claymen',
        url: '/p/mug',
        price: { minor: 1900, compareAtMinor: 2400, currency: 'EUR' },
        refresh: '/p/mug.json',
        media: [
          { role: 'angle', src: 'mug-1.jpg', alt: 'From the side' },
          { role: 'scale', src: 'mug-2.jpg', alt: 'In a hand' },
        ],
        dimensions: [{ name: 'Height', value: 9.5, unit: 'cm' }],
        facts: [{ name: 'Material', value: 'Stoneware' }],
        rating: { value: 4.6, count: 321 },
        options: [{ name: 'Colour', values: ['Sand', { value: 'Ink', swatch: '#223' }] }],
        variants: [
          { id: 'mug-sand', sku: 'MUG-S', options: ['Sand'], stock: 4 },
          { id: 'mug-ink', options: ['Ink'], price: { minor: 2100, currency: 'EUR' }, availability: 'low-stock' },
        ],
        complements: ['kettle'],
        bundles: [{ id: 'morning', products: ['mug', 'kettle'], priceMinor: 9900 }],
        alternates: ['cup'],
        custom: { shelf: { row: 3 }, anything: [1, null, 'x'] },
      },
      { id: 'kettle', name: 'Kettle', url: '/p/kettle', price: { minor: 8900, currency: 'EUR' } },
      { id: 'cup', name: 'Cup', url: 'https://other.test/cup', price: { minor: 900, currency: 'EUR' } },
    ],
    hotspots: [
      {
        id: 'h-kettle',
        product: 'kettle',
        label: 'The kettle',
        start: 2,
        end: 8,
        keyframes: [
          { t: 2, x: 0.2, y: 0.5, w: 0.1, h: 0.2 },
          { t: 5, x: 0.3, y: 0.5 },
        ],
        easing: 'smooth',
        aspects: { '9:16': [{ t: 2, x: 0.5, y: 0.5 }] },
      },
      { product: 'mug', start: 3, end: 9, keyframes: [{ t: 3, x: 0.42, y: 0.61 }] },
      { product: 'cup', start: 12, end: 20, keyframes: [{ t: 12, x: 1, y: 0 }], action: 'link', target: '/p/cup' },
    ],
    segments: [{ id: 's1', label: 'Brewing', start: 0, end: 10 }],
    campaign: { id: 'spring', source: 'newsletter' },
    experiment: { id: 'e1', arms: [{ id: 'a', weight: 1, patch: { title: 'Other' } }], holdout: 0.1 },
    room: { url: '/rooms', id: 'coffee-live' },
    call: { url: '/calls' },
    custom: { mood: 'warm' },
  }) satisfies ManifestInput;

/** `value` as a part that a test may spoil in any way. */
export const loose = (value: unknown) =>
  // biome-ignore lint/suspicious/noExplicitAny: the point is to break the type
  value as any;
