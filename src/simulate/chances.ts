/** How likely what is, in closed form: what the season is made by, and what insights of it have to find. */
import { clickShares } from './choosing.js';
import { PRODUCTS, type ProductId, product } from './shop/products.js';
import type { Arm, Video } from './shop/video.js';

/** Viewers who allow no id: they are in no arm, and see the control. */
export const NAMELESS = 0.05;
/** Viewers who go to the checkout with what no video has shown them. */
export const SHOPS = 0.02;
/** Of carts, those that are emptied again. */
export const TAKEN_OUT = 0.06;

const LEAVES_AT_CART = 0.05;
const LEAVES_AT_PAYMENT = 0.06;
/** Whoever is told that sending costs so much leaves there. */
const LEAVES_AT_SHIPPING = [
  { from: 2000, share: 0.8 },
  { from: 900, share: 0.2 },
  { from: 1, share: 0.1 },
  { from: 0, share: 0.04 },
];

export const STEPS = ['cart', 'shipping', 'payment'] as const;

/** The share of those at a step of the checkout who leave there. */
export function leaves(step: (typeof STEPS)[number], shippingMinor: number): number {
  if (step === 'cart') return LEAVES_AT_CART;
  if (step === 'payment') return LEAVES_AT_PAYMENT;
  return LEAVES_AT_SHIPPING.find(({ from }) => shippingMinor >= from)!.share;
}

export const clicks = (video: Video, arm?: Arm) => Math.min(1, video.clicks * (arm?.clicks ?? 1));
export const carts = (video: Video, arm?: Arm) => Math.min(1, video.carts * (arm?.carts ?? 1));

/** Of those at the checkout, who order. */
const stays = (shippingMinor: number) => STEPS.reduce((share, step) => share * (1 - leaves(step, shippingMinor)), 1);

/** Of those who have it in the cart, who order it. */
export function orders(id: ProductId): number {
  const { checksOut, shippingMinor } = product(id);
  return (1 - TAKEN_OUT) * checksOut * stays(shippingMinor);
}

/** Of all, who order what no video has shown them: any product, one as likely as another. */
export function organic(): number {
  const products = Object.values(PRODUCTS);
  return (SHOPS / products.length) * products.reduce((sum, { shippingMinor }) => sum + stays(shippingMinor), 0);
}

/** Of those who have the video before them, who order, through it or without it. */
export function buyers(video: Video, arm: Arm): number {
  const ordered = [...clickShares(video)].reduce((sum, [id, share]) => sum + share * orders(id), 0);
  const through = video.plays * clicks(video, arm) * carts(video, arm) * ordered;
  return 1 - (1 - through) * (1 - organic());
}

/** The shares of the arms among all viewers of a video, its holdout left out: those without a name see the control. */
export function armShares({ experiment }: Video): (readonly [Arm | undefined, number])[] {
  if (!experiment) return [[undefined, 1]];
  const whole = experiment.arms.reduce((sum, { weight }) => sum + weight, 0);
  return experiment.arms.map((arm, index) => {
    const drawn = ((1 - NAMELESS) * (1 - experiment.holdout) * arm.weight) / whole;
    return [arm, drawn + (index ? 0 : NAMELESS)] as const;
  });
}

/** Of those who see a hotspot of the video, who click one. */
export function clickThrough(video: Video): number {
  const shares = armShares(video);
  const clicked = shares.reduce((sum, [arm, share]) => sum + share * clicks(video, arm), 0);
  return clicked / shares.reduce((sum, [, share]) => sum + share, 0);
}
