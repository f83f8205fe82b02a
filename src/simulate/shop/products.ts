/** What the shop of the season sells: that of the demo. Money is in minor units of EUR. */
export interface Product {
  readonly id: string;
  readonly category: string;
  readonly minor: number;
  /** Share of the price. */
  readonly margin: number;
  /** What sending it costs whoever orders it. */
  readonly shippingMinor: number;
  /** Of those who have put it in the cart, the share that goes to the checkout. */
  readonly checksOut: number;
  /** Of the pieces sold, the share that comes back. */
  readonly comesBack: number;
  /** Stock at the beginning, and what comes every Monday, of a shop to which so many viewers come as is usual. */
  readonly stock: number;
  readonly delivered: number;
  readonly variants?: readonly string[];
}

export const CURRENCY = 'EUR';

export const PRODUCTS = {
  'coffee-maker': of('coffee-maker', 'coffee', 64_900, 0.22, 990, 0.55, 0.06, 90, 3),
  beans: {
    ...of('beans', 'coffee', 1650, 0.45, 490, 0.85, 0.01, 260, 15),
    variants: ['beans-250', 'beans-500', 'beans-1000'],
  },
  mug: {
    ...of('mug', 'coffee', 2400, 0.6, 490, 0.85, 0.04, 60, 36),
    variants: ['mug-tide', 'mug-chalk', 'mug-ochre'],
  },
  frother: of('frother', 'coffee', 8900, 0.35, 0, 0.85, 0.05, 400, 30),
  lamp: of('lamp', 'home', 28_900, 0.4, 2900, 0.8, 0.05, 12, 1),
  armchair: {
    ...of('armchair', 'home', 89_000, 0.3, 4900, 0.8, 0.08, 8, 1),
    variants: ['armchair-rust', 'armchair-moss', 'armchair-oat'],
  },
  sweater: {
    ...of('sweater', 'home', 13_900, 0.55, 0, 0.8, 0.25, 60, 2),
    variants: ['sweater-ecru-m', 'sweater-ecru-l', 'sweater-spruce-m', 'sweater-spruce-l'],
  },
} satisfies Record<string, Product>;

export type ProductId = keyof typeof PRODUCTS;

export const product = (id: ProductId): Product => PRODUCTS[id];

function of(
  id: string,
  category: string,
  minor: number,
  margin: number,
  shippingMinor: number,
  checksOut: number,
  comesBack: number,
  stock: number,
  delivered: number,
): Product {
  return { id, category, minor, margin, shippingMinor, checksOut, comesBack, stock, delivered };
}
