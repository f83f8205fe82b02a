import { render } from 'lit';
import { summarise } from '../../cart/outcome.js';
import { enCardMore } from '../../i18n/en-card-more.js';
import type { Product, Variant } from '../../schema/manifest.js';
import { adoptInto } from '../../shared/adopt.js';
import type { CardContext, CardPart } from '../card/context.js';
import { choiceStyles } from '../set/choice-styles.js';
import { lineTold } from '../set/told.js';
import { firstAvailable } from '../variants/choice.js';
import { othersOf } from './rows.js';
import { compareStyles } from './styles.js';
import { compareView } from './view.js';

/** Two products side by side: the card's own and one that the shopper chooses. */
export function mountCompare(container: HTMLElement, context: CardContext, back: () => void): CardPart {
  const { host, find, order, locale } = context;
  const text = { ...enCardMore, ...context.text };
  for (const sheet of [choiceStyles, compareStyles]) adoptInto(container.getRootNode() as ShadowRoot, sheet);
  let own: { product: Product; variant: Variant | undefined } | undefined;
  let otherId: string | undefined;
  let pending = false;
  let told = '';
  let accepted = false;

  const draw = () => {
    const { product } = own!;
    const all = (host.state.get().manifest?.products ?? []).flatMap(({ id }) => find(id) ?? []);
    const others = othersOf(product, all);
    const other = find(otherId ?? '') ?? others.near[0] ?? others.with[0] ?? others.rest[0];
    if (!other) return;
    otherId = other.id;
    const columns = [own!, { product: other, variant: firstAvailable(other) ?? other.variants[0] }] as const;
    render(compareView({ columns, others, told, accepted, pending, text, locale }, act), container);
  };
  const act = {
    back,
    choose(id: string) {
      otherId = id;
      told = '';
      draw();
    },
    add(product: Product, variant: Variant | undefined) {
      if (pending) return;
      pending = true;
      told = text.adding;
      draw();
      void order([{ product, variant, quantity: 1 }], false, (replies, lines) => {
        pending = false;
        accepted = Boolean(replies) && summarise(lines, replies!).state === 'accepted';
        told = replies ? `${product.name}: ${lineTold(lines[0]!, replies[0]!, text)}` : '';
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
