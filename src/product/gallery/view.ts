import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { fill } from '../../i18n/format.js';
import { formatNumber } from '../../i18n/price.js';
import { safeUrl } from '../../shared/url.js';
import type { GalleryActions, GalleryModel } from './gallery.js';
import { isClip, type Media } from './groups.js';
import { handOf } from './hand.js';
import { roleTabs } from './roles.js';

export function galleryView(model: GalleryModel, act: GalleryActions) {
  const { group, groups, index, text, zoom, near, product } = model;
  const { media, role } = group;
  const many = media.length > 1;
  const turns = role === 'angle';
  const now = media[index]!;
  const number = (value: number) => formatNumber(value, model.locale);
  const place = fill(turns ? text.angleOf : text.pictureOf, { index: number(index + 1), count: number(media.length) });
  const hand = handOf(model, act);
  // Those beside the one that is seen come once the shopper is near, so that a turn never waits and a glance costs one.
  const wanted = near ? media : [now];
  const tabbed = groups.length > 1;
  const moving = isClip(now);
  const extras = moving || role === 'closeup' || role === 'scale' ? model.extras() : undefined;
  const ratio = role === 'scale' && model.ratios.get(now.src);
  const haze = moving ? undefined : safeUrl(media.find((one) => !isClip(one))?.src);
  return html`${keyed(
    role,
    html`<div class="panel" id="gallery-panel" role=${tabbed ? 'tabpanel' : nothing} aria-label=${tabbed ? text.roles[role] : nothing}>
      ${haze ? html`<img class="haze" src=${haze} alt="" />` : nothing}
      <div class="shown ${zoom ? 'zoomed' : ''}" part="gallery__picture"
        role=${many ? 'slider' : nothing} tabindex=${many ? 0 : nothing} aria-label=${many ? fill(text.pictures, { name: product.name }) : nothing}
        aria-valuemin=${many ? 1 : nothing} aria-valuemax=${many ? media.length : nothing}
        aria-valuenow=${many ? index + 1 : nothing} aria-valuetext=${many ? fill(text.labelled, { label: place, value: now.alt }) : nothing}
        @pointerenter=${act.near} @focus=${act.near} @keydown=${hand.key}
        @pointerdown=${hand.take} @pointermove=${hand.move} @pointerup=${hand.release} @pointercancel=${hand.drop}>
        ${wanted.map((one) => (isClip(one) ? nothing : picture(one, one === now, model, act)))}
        ${moving ? extras?.clip(now, act) : nothing}
        ${ratio ? extras?.dimensionLines(product.dimensions, ratio, model.locale) : nothing}
      </div>
      ${many ? html`<span class="place" aria-hidden="true">${turns && !index ? text.turn : `${number(index + 1)} / ${number(media.length)}`}</span>` : nothing}
      ${moving ? extras?.clipButton(text) : role === 'closeup' ? extras?.zoomButton(model, act) : nothing}
    </div>`,
  )}
  ${tabbed ? roleTabs(model, act) : nothing}`;
}

function picture({ src, alt }: Media, seen: boolean, { zoom }: GalleryModel, act: GalleryActions) {
  const move = seen && zoom ? `transform:translate(${zoom.x}px,${zoom.y}px) scale(${zoom.scale})` : '';
  return html`<img part="card__image" class=${seen ? 'seen' : ''} src=${safeUrl(src) ?? ''} alt=${seen ? alt : ''} .style=${move} draggable="false"
    @load=${({ target }: Event) => act.loaded(src, ratioOf(target as HTMLImageElement))} @error=${() => act.broken(src)} />`;
}

const ratioOf = ({ naturalWidth, naturalHeight }: HTMLImageElement) => naturalWidth / naturalHeight || 1;
