import { render } from 'lit';
import type { CardStrings } from '../../i18n/strings.js';
import type { Product, Variant } from '../../schema/manifest.js';
import type { CardContext } from '../card/context.js';
import { createLazy } from '../card/lazy.js';
import { firstRole, type Group, groupMedia, type Role } from './groups.js';
import { galleryView } from './view.js';
import type { Zoom } from './zoom.js';

/** What the gallery shows, and what of it. */
export interface GalleryModel {
  readonly product: Product;
  readonly groups: readonly Group[];
  readonly group: Group;
  readonly index: number;
  readonly zoom: Zoom | undefined;
  /** The shopper has come near: the rest of this group may be loaded. */
  readonly near: boolean;
  /** What only some pictures need; undefined until it is loaded. */
  readonly extras: () => typeof import('./extras.js') | undefined;
  /** Width to height of the pictures that are loaded, by address. */
  readonly ratios: ReadonlyMap<string, number>;
  readonly text: CardStrings;
  readonly locale: string;
}

export interface GalleryActions {
  role(role: Role): void;
  index(index: number): void;
  zoom(zoom: Zoom | undefined): void;
  near(): void;
  loaded(src: string, ratio: number): void;
  broken(src: string): void;
}

/** The gallery draws itself, so that a turn of the product does not draw the card. */
export function mountGallery(container: HTMLElement, context: Pick<CardContext, 'text' | 'locale' | 'report'>) {
  const broken = new Set<string>();
  const ratios = new Map<string, number>();
  const indexes = new Map<Role, number>();
  let shown: { product: Product; variant: Variant | undefined } | undefined;
  let role: Role | undefined;
  let zoom: Zoom | undefined;
  let near = false;

  const draw = () => {
    const { product, variant } = shown!;
    const groups = groupMedia(product, variant, broken);
    role = groups.some((group) => group.role === role) ? role : firstRole(groups, product, variant);
    const group = groups.find((one) => one.role === role);
    container.hidden = !group;
    if (!group) return;
    const index = Math.min(indexes.get(group.role) ?? 0, group.media.length - 1);
    const { text, locale } = context;
    render(galleryView({ product, groups, group, index, zoom, near, ratios, extras, text, locale }, act), container);
  };
  const extras = createLazy(() => import('./extras.js'), draw, context.report);
  const act: GalleryActions = {
    role(next) {
      role = next;
      zoom = undefined;
      near = true;
      draw();
    },
    index(next) {
      indexes.set(role!, next);
      draw();
    },
    zoom(next) {
      zoom = next;
      draw();
    },
    near() {
      if (near) return;
      near = true;
      draw();
    },
    loaded(src, ratio) {
      ratios.set(src, ratio);
      draw();
    },
    broken(src) {
      broken.add(src);
      draw();
    },
  };
  return {
    /** Shows a product; another variant's own media come to the front. */
    show(product: Product, variant: Variant | undefined) {
      const other = variant?.id !== shown?.variant?.id;
      shown = { product, variant };
      if (other && variant?.media.length) {
        role = firstRole(groupMedia(product, variant, broken), product, variant);
        if (role) indexes.set(role, 0);
      }
      draw();
    },
  };
}
