/** `import 'shoppable-video/svelte'` defines the player and tells Svelte's templates the types of all tags. */
import type { HTMLAttributes } from 'svelte/elements';
import type { Tags } from './tags.js';

export * from './index.js';

type SvelteElement<T extends keyof Tags> = HTMLAttributes<Tags[T]['element']> &
  Tags[T]['attributes'] &
  Tags[T]['props'] & {
    [Name in keyof Tags[T]['events'] as `on${Name & string}`]?: (event: Tags[T]['events'][Name]) => void;
  };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'shoppable-video': SvelteElement<'shoppable-video'>;
    'shoppable-shelf': SvelteElement<'shoppable-shelf'>;
    'shoppable-cart': SvelteElement<'shoppable-cart'>;
    'shoppable-insights': SvelteElement<'shoppable-insights'>;
  }
}
