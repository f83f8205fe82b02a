/** One shopper's cart in a shop with a few products: the truth that an adapter's replies are held against. */

export interface FakeVariant {
  readonly id: string;
  readonly productId: string;
  readonly title: string;
  readonly priceMinor: number;
  readonly sku?: string;
  /** Changes when somebody else buys. */
  stock: number;
  /** The most that one order may hold. */
  readonly limit?: number;
}

export interface FakeLine {
  readonly key: string;
  readonly variantId: string;
  readonly requestId?: string;
  readonly token?: string;
  readonly bundleId?: string;
  quantity: number;
}

/** Lines that differ in one of these are two. */
const MARKS = ['requestId', 'token', 'bundleId'] as const;

export interface Taken {
  readonly taken: number;
  /** Why less than was asked for. */
  readonly why?: 'unknown' | 'none' | 'short' | 'limit';
  readonly line?: FakeLine;
}

export interface Wanted {
  readonly variantId: string;
  readonly quantity: number;
  readonly requestId?: string;
  readonly token?: string;
  readonly bundleId?: string;
}

export interface StockRoom {
  readonly variants: readonly FakeVariant[];
  readonly lines: readonly FakeLine[];
  /** Rises each time that the cart is emptied. */
  readonly cart: number;
  /** Rises with each change. */
  readonly version: number;
  variant(id: string): FakeVariant | undefined;
  held(variantId: string): number;
  /** What the cart costs, minor units. */
  readonly totalMinor: number;
  /** @param partial takes what there is when that is less than was asked for; else nothing */
  take(wanted: Wanted, partial: boolean): Taken;
  set(key: string, quantity: number, partial: boolean): Taken;
  /** The cart was ordered, or emptied. */
  clear(): void;
}

/** `plenty` of one, two left of `scarce`, none of `soldOut`, one of `last`, at most two a customer of `limited`. */
export const VARIANTS = { plenty: '101', scarce: '102', soldOut: '103', limited: '104', last: '105', unknown: '999' };

const shelfOfTheCases = (): FakeVariant[] => [
  { id: VARIANTS.plenty, productId: '11', title: 'Mug', priceMinor: 1950, stock: 50 },
  { id: VARIANTS.scarce, productId: '12', title: 'Cup', priceMinor: 900, stock: 2 },
  { id: VARIANTS.soldOut, productId: '13', title: 'Jug', priceMinor: 3400, stock: 0 },
  { id: VARIANTS.limited, productId: '14', title: 'Pot', priceMinor: 5200, stock: 50, limit: 2 },
  { id: VARIANTS.last, productId: '15', title: 'Tray', priceMinor: 2800, stock: 1 },
];

/**
 * @param shelf what the shop sells; by default what the conformance cases are about
 * @param savedMinor what a shop with bundles takes off, minor units
 */
export function createStockRoom(
  shelf: readonly FakeVariant[] = shelfOfTheCases(),
  savedMinor: (lines: readonly FakeLine[]) => number = () => 0,
): StockRoom {
  const lines: FakeLine[] = [];
  let cart = 1;
  let version = 1;
  let made = 0;

  const variant = (id: string) => shelf.find((one) => one.id === id);
  const held = (id: string) => lines.reduce((sum, line) => sum + (line.variantId === id ? line.quantity : 0), 0);

  function room({ id, stock, limit = 999 }: FakeVariant): { left: number; why: 'none' | 'short' | 'limit' } {
    const left = Math.max(0, Math.min(stock, limit) - held(id));
    return { left, why: limit < stock ? 'limit' : stock ? 'short' : 'none' };
  }

  return {
    variants: shelf,
    lines,
    get cart() {
      return cart;
    },
    get version() {
      return version;
    },
    get totalMinor() {
      return lines.reduce((sum, l) => sum + l.quantity * variant(l.variantId)!.priceMinor, 0) - savedMinor(lines);
    },
    variant,
    held,
    take({ variantId, quantity, ...marks }, partial) {
      const wanted = variant(variantId);
      if (!wanted) return { taken: 0, why: 'unknown' };
      const { left, why } = room(wanted);
      const taken = quantity <= left ? quantity : partial ? left : 0;
      if (!taken) return { taken, why };
      const isSame = (one: FakeLine) => MARKS.every((name) => one[name] === marks[name]);
      let line = lines.find((one) => one.variantId === variantId && isSame(one));
      if (line) line.quantity += taken;
      else lines.push((line = { key: `line-${++made}`, variantId, ...marks, quantity: taken }));
      version += 1;
      return { taken, line, ...(taken < quantity && { why }) };
    },
    set(key, quantity, partial) {
      const line = lines.find((one) => one.key === key);
      if (!line) return { taken: 0, why: 'unknown' };
      const { left, why } = room(variant(line.variantId)!);
      const most = left + line.quantity;
      if (quantity > most && !partial) return { taken: line.quantity, why, line };
      line.quantity = Math.min(quantity, most);
      if (!line.quantity) lines.splice(lines.indexOf(line), 1);
      version += 1;
      return { taken: line.quantity, line, ...(line.quantity < quantity && { why }) };
    },
    clear() {
      lines.length = 0;
      cart += 1;
      version += 1;
    },
  };
}
