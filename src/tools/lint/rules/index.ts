import type { Rule } from '../finding.js';
import { brokenArm } from './broken-arm.js';
import { covered } from './covered.js';
import { leftOut } from './left-out.js';
import { missingAlt } from './missing-alt.js';
import { missingCaptions } from './missing-captions.js';
import { neverShown } from './never-shown.js';
import { outsidePicture } from './outside-picture.js';
import { overlap } from './overlap.js';
import { price } from './price.js';
import { shortCue } from './short-cue.js';
import { smallTarget } from './small-target.js';
import { unknownProduct } from './unknown-product.js';
import { unsorted } from './unsorted.js';
import { url } from './url.js';

/** In this order a fault of the parser finds the rule that owns it. */
export const RULES: readonly Rule[] = [
  neverShown,
  shortCue,
  outsidePicture,
  smallTarget,
  covered,
  overlap,
  missingAlt,
  missingCaptions,
  price,
  unknownProduct,
  url,
  unsorted,
  brokenArm,
  leftOut,
];
