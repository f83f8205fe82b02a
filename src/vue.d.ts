/**
 * `import 'shoppable-video/vue'` defines the player and tells Vue's templates the types of all tags. Vue's compiler has to
 * know that they are elements: `isCustomElement: (tag) => tag.startsWith('shoppable-')`.
 */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Tags } from './tags.js';

export * from './index.js';

type Handlers<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

/** As Vue's guide types a custom element. */
type VueElement<T extends keyof Tags> = new () => Tags[T]['element'] & {
  /** @deprecated of templates, not of the element */
  $props: HTMLAttributes & Tags[T]['attributes'] & Tags[T]['props'] & PublicProps;
  /** @deprecated of templates, not of the element */
  $emit: EmitFn<Handlers<Tags[T]['events']>>;
};

declare module 'vue' {
  interface GlobalComponents {
    'shoppable-video': VueElement<'shoppable-video'>;
    'shoppable-shelf': VueElement<'shoppable-shelf'>;
    'shoppable-cart': VueElement<'shoppable-cart'>;
    'shoppable-insights': VueElement<'shoppable-insights'>;
  }
}
