import type { ShoppableHost } from '../host/host.js';
import { priceLabel } from '../i18n/price.js';
import type { Hotspot, Product } from '../schema/manifest.js';
import { safeUrl } from '../shared/url.js';

/**
 * One hotspot's control: a real button, or a real link when its action is `link`.
 * Its name is its label, or else the product's; what it costs is shown beside the name, and is read as its description.
 */
export function createHotspot(
  hotspot: Hotspot,
  productNow: () => Product | undefined,
  host: Pick<ShoppableHost, 'locale' | 'strings'>,
): HTMLElement {
  const product = productNow();
  const name = hotspot.label ?? product?.name ?? hotspot.product;
  const href = hotspot.action === 'link' ? safeUrl(hotspot.target ?? product?.url) : undefined;
  const control = document.createElement(href ? 'a' : 'button');
  if (control instanceof HTMLAnchorElement) Object.assign(control, { href, rel: 'noopener', target: '_blank' });
  else control.type = 'button';
  control.className = 'hotspot';
  control.setAttribute('part', 'hotspot');
  control.setAttribute('aria-label', name);
  if (!href && hotspot.action === 'open') control.setAttribute('aria-haspopup', 'dialog');
  control.dataset.hotspotId = hotspot.id;
  control.dataset.productId = hotspot.product;

  const dot = make('span', 'dot', 'hotspot__dot');
  const label = make('span', 'label', 'hotspot__label');
  const price = make('span');
  label.append(make('b', '', '', name), price);
  const tellPrice = () => {
    const now = productNow();
    if (now) control.ariaDescription = price.textContent = priceLabel(now, host.locale, host.strings.priceFrom);
  };
  // The label is seen only then, and the first price costs a slow phone a tenth of a second (`Intl`).
  for (const event of ['pointerenter', 'focus']) control.addEventListener(event, tellPrice);
  control.append(dot, label);
  return control;
}

function make(tag: string, className = '', part = '', text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (part) element.setAttribute('part', part);
  element.textContent = text;
  // Its own button carries the name; these repeat it for the eye.
  element.setAttribute('aria-hidden', 'true');
  return element;
}
