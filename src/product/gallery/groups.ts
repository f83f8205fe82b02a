import type { Product, Variant } from '../../schema/manifest.js';
import { safeUrl } from '../../shared/url.js';

export type Media = Product['media'][number];
export type Role = Media['role'];

/** The pictures and clips of one role, in their order. */
export interface Group {
  readonly role: Role;
  readonly media: readonly Media[];
}

const ORDER: readonly Role[] = ['angle', 'closeup', 'scale', 'lighting', 'tryon', 'compare', 'lifestyle'];

export const isClip = ({ type }: Media) => Boolean(type?.startsWith('video/'));

/**
 * What there is to see, by role. A variant's own media come first, and its angles replace the product's: one turn
 * shows one thing. An angle that the product has too is the product itself, and turns with its others.
 * @param broken addresses that could not be loaded
 */
export function groupMedia(product: Product, variant: Variant | undefined, broken: ReadonlySet<string>): Group[] {
  const seen = new Set(broken);
  const usable = (media: readonly Media[] = []) =>
    media.filter(({ src }) => safeUrl(src) && seen.size < seen.add(src).size);
  const own = usable(variant?.media);
  const turned = own.some(({ role, src }) => role === 'angle' && !has({ role, media: product.media }, src));
  const all = [...own, ...usable(product.media).filter(({ role }) => !(turned && role === 'angle'))];
  return ORDER.map((role) => ({ role, media: all.filter((one) => one.role === role) })).filter(
    ({ media }) => media.length,
  );
}

/** The role that a gallery opens with: that of the first thing given, the variant's before the product's. */
export function firstRole(groups: readonly Group[], product: Product, variant: Variant | undefined): Role | undefined {
  const given = [...(variant?.media ?? []), ...product.media];
  const first = given.find(({ role, src }) => groups.some((group) => group.role === role && has(group, src)));
  return first?.role;
}

const has = ({ media }: Group, wanted: string) => media.some(({ src }) => src === wanted);
