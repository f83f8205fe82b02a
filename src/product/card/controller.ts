import { render } from 'lit';
import { MAX_QUANTITY } from '../../cart/line.js';
import { summarise } from '../../cart/outcome.js';
import { wishesOf } from '../../cart/wishes.js';
import { VariantSelectedEvent } from '../../events/variant-selected.js';
import { hasCart } from '../../host/has-cart.js';
import { fill } from '../../i18n/format.js';
import type { Product } from '../../schema/manifest.js';
import { mountGallery } from '../gallery/gallery.js';
import { carryChoice, chosenVariant, firstChoice, isSoldOut } from '../variants/choice.js';
import { blocking } from '../variants/hint.js';
import { standingsOf } from '../variants/matrix.js';
import type { CardContext, CardPart } from './context.js';
import { linkedQuantity } from './linked-quantity.js';
import type { CardActions, CardModel } from './model.js';
import { priceChange } from './price-change.js';
import { cardView } from './view.js';

/** What the card knows and does: it draws into its dialog, and hands what it shows to the parts that draw themselves. */
export function createCard(dialog: HTMLElement, first: Product, variantId: string | undefined, context: CardContext) {
  const { host, find, order, report } = context;
  let product = first;
  let choice = firstChoice(product, variantId);
  let standing = standingsOf(product, choice);
  let quantity = linkedQuantity(product.id, location.hash);
  let cart: CardModel['cart'] = { is: 'idle' };
  let note = '';
  let comparing = false;
  const parts: CardPart[] = [];

  const variant = () => chosenVariant(product, choice);
  const isSaved = () => wishesOf(host.element).get().saved.has(product.id);
  const draw = () => {
    const soldOut = isSoldOut(product, variant());
    const model: CardModel = {
      product,
      variant: variant(),
      choice,
      standing,
      quantity,
      cart,
      note,
      saved: isSaved(),
      comparing,
      alternates: soldOut ? product.alternates.flatMap((id) => find(id) ?? []) : [],
      hasCart: hasCart(host),
      canSave: host.listens('shoppable-wishlist'),
      canCompare: (host.state.get().manifest?.products.length ?? 0) > 1,
      text: context.text,
      locale: context.locale,
    };
    render(cardView(model, act), dialog);
  };
  /** After another choice, or another description of a product. */
  const look = (told: string) => {
    standing = standingsOf(product, choice);
    note = told;
    draw();
    for (const part of parts) part.show(product, variant());
  };
  const show = (next: CardModel['cart'], told = '') => {
    cart = next;
    note = told;
    draw();
  };
  const say = (told: string) => {
    note = told;
    draw();
  };
  /** A part that comes later, and does nothing once the player has left the page. */
  const later = <T>(loading: Promise<T>, use: (part: T) => unknown) =>
    void loading.then(use, report).catch((error) => {
      if (error.name !== 'AbortError') throw error;
    });
  const add = (part: CardPart) => {
    parts.push(part);
    part.show(product, variant());
  };
  const place = (name: string) => dialog.querySelector<HTMLElement>(name)!;
  let compared = false;

  const act: CardActions = {
    close: () => host.request({ type: 'close-product' }),
    open: (productId) => host.request({ type: 'open-product', productId, via: 'list' }),
    choose(option, value) {
      const { free, nearest } = standing(option, value);
      const moved = !free && nearest ? blocking(product, choice, option, nearest) : [];
      choice = moved.length ? nearest!.options : choice.map((own, i) => (i === option ? value : own));
      cart = { is: 'idle' };
      look(moved.map(({ name, other }) => fill(context.text.switched, { name, value: other })).join(' '));
      const { id } = variant() ?? {};
      if (id !== undefined) host.element.dispatchEvent(new VariantSelectedEvent(product.id, id));
    },
    count(next) {
      quantity = Math.min(MAX_QUANTITY, Math.max(1, next));
      show({ is: 'idle' });
    },
    add(buyNow) {
      if (cart.is === 'pending') return;
      show({ is: 'pending' });
      void order([{ product, variant: variant(), quantity }], buyNow, (replies, lines) =>
        show(replies ? { is: 'answered', ...summarise(lines, replies) } : { is: 'idle' }),
      );
    },
    share: () =>
      later(import('../../cart/intents.js'), async ({ share }) => say(await share(host, product, variant()))),
    save() {
      const wanted = !isSaved();
      later(import('../../cart/intents.js'), async ({ askWish }) => {
        const answer = await askWish(host, wanted, product.id, variant()?.id);
        if (answer) say(answer.told);
      });
    },
    compare(on) {
      comparing = on;
      draw();
      place(on ? '.compare' : '.to-compare').focus({ preventScroll: true });
      if (compared || !on) return;
      compared = true;
      const failed = (cause: unknown) => {
        compared = false;
        act.compare(false);
        report(cause);
      };
      void import('../compare/compare.js').then(
        ({ mountCompare }) => add(mountCompare(place('.compare'), context, () => act.compare(false))),
        failed,
      );
    },
  };

  draw();
  add(mountGallery(place('.gallery'), context));
  if (product.complements.length || product.bundles.length)
    later(import('../set/set.js'), ({ mountSet }) => add(mountSet(place('.set'), context)));
  later(import('../check/check.js'), ({ check }) => check(product, find));

  return {
    draw,
    /** Escape: out of the comparison, or out of the card. */
    leave: () => (comparing ? act.compare(false) : act.close()),
    /** Another language: what was noted in the one before is not said again. */
    translate: () => look(''),
    /** The shop has described products anew: the choice stays, and another price is said. */
    refresh() {
      const before = variant();
      const next = find(product.id) ?? product;
      const kept = carryChoice(product, next, choice);
      const told = priceChange(product, before, next, chosenVariant(next, kept), context.locale);
      product = next;
      choice = kept;
      look(told ? fill(context.text.priceNow, { price: told }) : note);
    },
  };
}
