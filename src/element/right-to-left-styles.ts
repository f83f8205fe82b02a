import { css } from 'lit';

/**
 * What sheets that speak of beginnings and ends cannot say. Loaded with a language that is written from right to left.
 *
 * The bar of controls is not mirrored: time runs from left to right on it, and the arrow keys with time, as viewers in
 * Arabic and Hebrew are used to. Apple's playback controls and scrubbers are not flipped either
 * (UISemanticContentAttribute.playback), nor is the bar of video.js (its issue 6899). A card opens where a line ends, so
 * the bar makes room for it on the left.
 */
export const rightToLeftStyles = css`
  [dir='rtl'] .has-card .seek {
    margin-inline: 376px 0;
  }
  [dir='rtl'] .has-card .gap ~ * {
    transform: none;
  }
  [dir='rtl'] .has-card :is(.controls > .play, .time) {
    transform: translateX(376px);
  }
  /* Captions and names of another script keep their punctuation where it belongs. */
  [dir='rtl'] :is(.captions, .label b) {
    unicode-bidi: plaintext;
  }
  /* Stars fill up in the direction of reading. */
  [dir='rtl'] .rating i {
    display: inline-block;
    transform: scaleX(-1);
  }
  /* Letters that are joined must not be torn apart. */
  [dir='rtl'] .brand {
    letter-spacing: 0;
  }
`;
