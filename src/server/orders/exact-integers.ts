/** A text, in which digits are no number; or a number. */
const PARTS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;
const LONG = /^-?[1-9]\d{15,}$/;

/**
 * JSON in which whole numbers that a double would round (above 2⁵³) are texts of their digits: ids of platforms are 64 bits.
 * @param text JSON, or what is to be found not to be
 */
export const exactIntegers = (text: string): string =>
  text.replace(PARTS, (part) => (LONG.test(part) && !Number.isSafeInteger(Number(part)) ? `"${part}"` : part));
