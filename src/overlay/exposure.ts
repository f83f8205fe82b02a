/** A hotspot counts as exposed when it was at least half visible for this long. */
const MINIMUM_S = 1;
/** A longer exposure is told in pieces, so that little is lost when the page goes away. */
const PIECE_S = 10;

export type ExposurePiece = { readonly from: number; readonly until: number; readonly continued: boolean };

/**
 * Measures one hotspot's exposure in media time, from what is told about it.
 * Time counts only forwards and only while visible: a seek ends the piece before it.
 */
export function createExposure(tell: (piece: ExposurePiece) => void) {
  let from = Number.NaN;
  let last = Number.NaN;
  let told = false;
  const end = () => {
    if (last - from >= (told ? 0.001 : MINIMUM_S)) tell({ from, until: last, continued: told });
    from = last = Number.NaN;
    told = false;
  };
  return {
    /** @param time media time in seconds; @param visible at least half of it can be seen */
    at(time: number, visible: boolean) {
      // A jump of over a second between two looks is a seek or a sleep, not an exposure.
      if (!visible || time < last || time - last > 1) end();
      if (!visible) return;
      if (Number.isNaN(from)) from = time;
      last = time;
      if (last - from >= (told ? PIECE_S : MINIMUM_S)) {
        tell({ from, until: last, continued: told });
        told = true;
        from = last;
      }
    },
    /** Tells what is still untold: the hotspot goes, or the page does. */
    end,
  };
}
