const MOST_LINES = 50;
const MOST_PIECES = 999;

const isText = (value) => typeof value === 'string' && value.length > 0 && value.length <= 200;
const isLine = (line, least) =>
  isText(line?.productId) &&
  (line.variantId === undefined || isText(line.variantId)) &&
  (line.requestId === undefined || isText(line.requestId)) &&
  Number.isInteger(line.quantity) &&
  line.quantity >= least &&
  line.quantity <= MOST_PIECES;

/**
 * The lines of a request's body; undefined when it is anything else.
 * @param least the smallest quantity that makes sense: 1 to add, 0 to update
 */
export async function readLines(request, least) {
  const lines = await request.json().catch(() => undefined);
  return Array.isArray(lines) && lines.length <= MOST_LINES && lines.every((line) => isLine(line, least))
    ? lines
    : undefined;
}
