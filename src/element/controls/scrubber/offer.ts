import type { ShoppableHost } from '../../../host/host.js';
import { productOf } from '../../../host/product-of.js';
import { enScrubber } from '../../../i18n/en-scrubber.js';
import { fill } from '../../../i18n/format.js';
import { plural } from '../../../i18n/price.js';
import { safeUrl } from '../../../shared/url.js';
import type { Marker } from './markers.js';

const MOST_PICTURES = 2;

/** What a marker stands for: the first product's name and how many more there are, and what the first ones look like. */
export function offerOf(marker: Marker | undefined, { state, strings, locale }: ShoppableHost) {
  const products = (marker?.products ?? []).flatMap((id) => productOf(state.get(), id) ?? []);
  const [name, more] = [products[0]?.name ?? '', products.length - 1];
  const { andMore } = { ...enScrubber, ...strings };
  return {
    product: more > 0 ? fill(plural(andMore, more, locale), { name }) : name,
    pictures: products.flatMap(({ media }) => safeUrl(media[0]?.src) ?? []).slice(0, MOST_PICTURES),
  };
}
