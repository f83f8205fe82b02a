/** What a purchase from start to end needs of a film: things in two sizes, each with a place in the picture. */
export const soldIn = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  url: `/p/${id}`,
  price: { minor: 1900, currency: 'EUR' },
  options: [{ name: 'Size', values: ['S', 'M'] }],
  variants: [
    { id: `${id}-s`, options: ['S'] },
    { id: `${id}-m`, options: ['M'] },
  ],
  ...more,
});

export const spot = (id: string, x: number) => ({
  id,
  product: id,
  start: 0,
  end: 6,
  keyframes: [{ t: 0, x, y: 0.5 }],
});

/** A film of six seconds. */
export const filmOf = (products: object[], hotspots: object[], tracks: object[] = []) => ({
  version: 1,
  id: 'film',
  title: 'Coffee corner',
  duration: 6,
  aspect: '16:9',
  media: { sources: [{ src: '/test/support/media/clip.mp4', type: 'video/mp4' }], tracks },
  products,
  hotspots,
});
