import type { CartAdapter } from '../cart/contract.js';
import type { Via } from '../events/via.js';
import type { PlayerStrings } from '../i18n/strings.js';
import type { Manifest } from '../schema/manifest.js';
import type { ReadableStore } from '../shared/store.js';
import type { PlayerState } from './state.js';

/** What a part may ask of the player. Nothing is promised: the state says what came of it. */
export type PlayerAction =
  | { readonly type: 'play' | 'pause' | 'retry' | 'close-product' }
  | { readonly type: 'seek'; readonly time: number }
  | { readonly type: 'mute'; readonly muted: boolean }
  | { readonly type: 'volume'; readonly volume: number }
  /** A track's place in `captionTracks`, -1 for none. Without it they go on, in the player's language, or off. */
  | { readonly type: 'captions'; readonly index?: number }
  | { readonly type: 'fullscreen'; readonly on: boolean }
  | {
      readonly type: 'open-product';
      readonly productId: string;
      readonly via: Via;
      readonly hotspotId?: string;
      readonly variantId?: string;
    };

/** What a feature element or an inner part gets from the player. */
export interface ShoppableHost {
  /** Where events are dispatched. */
  readonly element: HTMLElement;
  readonly state: ReadableStore<PlayerState>;
  /** In the language of now: the state's `language` says when that is another. */
  readonly strings: PlayerStrings;
  /** BCP 47; of now, as the texts. */
  readonly locale: string;
  request(action: PlayerAction): void;
  /** Asks for the manifest, if nobody has yet; resolves when it is checked and in the state. Rejects as the player fails. */
  manifest(): Promise<Manifest>;
  /** Names this view, and the arm that it is in, for the attribution token; undefined without consent. */
  trace(): Promise<{ readonly viewId: string; readonly experiment?: string; readonly arm?: string } | undefined>;
  /** The adapter that the page gave, or the name of a bundled one. */
  cart(): CartAdapter | string | undefined;
  /** The page listens to this event on the player itself. A listener on an ancestor is not known of before it answers. */
  listens(type: keyof HTMLElementEventMap): boolean;
  /** Aborted when the player leaves the page. */
  readonly signal: AbortSignal;
}
