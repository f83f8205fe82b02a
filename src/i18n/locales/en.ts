import { enCard } from '../en-card.js';
import { enCardMore } from '../en-card-more.js';
import { enCart } from '../en-cart.js';
import { enFacade } from '../en-facade.js';
import { enPlayer } from '../en-player.js';
import { enScene } from '../en-scene.js';
import { enScrubber } from '../en-scrubber.js';
import { enShelf } from '../en-shelf.js';
import { enStills } from '../en-stills.js';
import type { Strings } from '../strings.js';

/** All of English in one file, for a page with texts of its own: otherwise each part brings what it needs of it. */
export default {
  ...enFacade,
  ...enPlayer,
  ...enCard,
  ...enCardMore,
  ...enScene,
  ...enScrubber,
  shelf: enShelf,
  cart: enCart,
  stills: enStills,
} satisfies Strings<'one' | 'other'>;
