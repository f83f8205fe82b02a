import { render } from 'lit';
import type { CartReply } from '../../cart/contract.js';
import { enCardMore } from '../../i18n/en-card-more.js';
import type { Product, Variant } from '../../schema/manifest.js';
import { adoptInto } from '../../shared/adopt.js';
import type { CardContext, CardPart } from '../card/context.js';
import { isSoldOut } from '../variants/choice.js';
import { choiceStyles } from './choice-styles.js';
import { type Member, memberOf } from './members.js';
import { setStyles } from './styles.js';
import type { Told } from './told.js';
import { setView } from './view.js';

/** What goes with a product: each can be left out, and one press adds all of it. */
export function mountSet(container: HTMLElement, context: CardContext): CardPart {
  const { find, order } = context;
  for (const sheet of [choiceStyles, setStyles]) adoptInto(container.getRootNode() as ShadowRoot, sheet);
  const variants = new Map<string, string>();
  const left = new Set<string>();
  let own: { product: Product; variant: Variant | undefined } | undefined;
  let pending = false;
  /** What the shop said of each product, by its id. */
  let told: ReadonlyMap<string, Told> = new Map();

  const memberFor = (id: string): Member | undefined => {
    const found = find(id);
    if (!found) return undefined;
    if (found.id !== own!.product.id) return memberOf(found, { variants, left });
    const soldOut = isSoldOut(own!.product, own!.variant);
    return { ...own!, soldOut, wanted: !soldOut && !left.has(id), own: true };
  };
  const membersOf = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => memberFor(id) ?? []);

  const draw = () => {
    const { product } = own!;
    const members = membersOf([product.id, ...product.complements]);
    const bundles = product.bundles
      .map((bundle) => ({ ...bundle, members: membersOf(bundle.products) }))
      .filter(({ products, members: all }) => all.length === new Set(products).size && all.length > 1);
    container.hidden = members.length < 2 && !bundles.length;
    const text = { ...enCardMore, ...context.text };
    render(setView({ members, bundles, told, pending, text, locale: context.locale }, act), container);
  };
  const act = {
    toggle(id: string) {
      if (!left.delete(id)) left.add(id);
      told = new Map();
      draw();
    },
    pick(id: string, variantId: string) {
      variants.set(id, variantId);
      told = new Map();
      draw();
    },
    add(members: readonly Member[], bundleId?: string) {
      if (pending || !members.length) return;
      pending = true;
      told = new Map();
      draw();
      const wanted = members.map(({ product, variant }) => ({ product, variant, quantity: 1, bundleId }));
      void order(wanted, false, (replies: CartReply[] | null, lines) => {
        pending = false;
        told = new Map(replies?.map((reply, i) => [lines[i]!.productId, { asked: lines[i]!, reply }]) ?? []);
        draw();
      });
    },
  };
  return {
    show(product, variant) {
      own = { product, variant };
      draw();
    },
  };
}
