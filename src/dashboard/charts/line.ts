/**
 * The path of a line through values at even distances, in a box 1 wide and 1 high that is drawn at any size. What is not
 * known leaves a gap.
 * @param values 0..`most`
 */
export function linePath(values: readonly (number | null)[], most: number): string {
  const step = values.length > 1 ? 1 / (values.length - 1) : 0;
  let drawn = false;
  return values
    .map((value, index) => {
      const command = drawn ? 'L' : 'M';
      drawn = value !== null;
      return value === null ? '' : `${command}${place(index * step)} ${place(1 - value / most)}`;
    })
    .join('');
}

/** The area between two lines. */
export function bandPath(lows: readonly number[], highs: readonly number[], most: number): string {
  const upper = linePath(highs, most);
  const step = lows.length > 1 ? 1 / (lows.length - 1) : 0;
  const back = lows.map((value, index) => `L${place(index * step)} ${place(1 - value / most)}`).reverse();
  return upper ? `${upper}${back.join('')}Z` : '';
}

const place = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
