import { render } from 'lit';
import { enCardMore } from '../../i18n/en-card-more.js';
import type { Product, Variant } from '../../schema/manifest.js';
import { adoptInto } from '../../shared/adopt.js';
import type { CardContext, CardPart } from '../card/context.js';
import { choiceStyles } from '../set/choice-styles.js';
import { firstAvailable } from '../variants/choice.js';
import { othersOf } from './rows.js';
import { compareStyles } from './styles.js';
import { type CompareModel, compareView } from './view.js';

/** Two products side by side: the card's own and one that the shopper chooses. */
export function mountCompare(container: HTMLElement, context: CardContext, back: () => void): CardPart {
  const { host, find, order } = context;
  for (const sheet of [choiceStyles, compareStyles]) adoptInto(container.getRootNode() as ShadowRoot, sheet);
  let own: { product: Product; variant: Variant | undefined } | undefined;
  let otherId: string | undefined;
  let pending = false;
  let told: CompareModel['told'];

  const draw = () => {
    const { product } = own!;
    const all = (host.state.get().manifest?.products ?? []).flatMap(({ id }) => find(id) ?? []);
    const others = othersOf(product, all);
    const other = find(otherId ?? '') ?? others.near[0] ?? others.with[0] ?? others.rest[0];
    if (!other) return;
    otherId = other.id;
    const columns = [own!, { product: other, variant: firstAvailable(other) ?? other.variants[0] }] as const;
    const text = { ...enCardMore, ...context.text };
    render(compareView({ columns, others, told, pending, text, locale: context.locale }, act), container);
  };
  const act = {
    back,
    choose(id: string) {
      otherId = id;
      told = undefined;
      draw();
    },
    add(product: Product, variant: Variant | undefined) {
      if (pending) return;
      pending = true;
      told = undefined;
      draw();
      void order([{ product, variant, quantity: 1 }], false, (replies, lines) => {
        pending = false;
        told = replies ? { product, asked: lines[0]!, reply: replies[0]! } : undefined;
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
