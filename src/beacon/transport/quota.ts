/** All requests under way with `keepalive` share this, and one more byte makes `fetch` fail (Fetch, "HTTP-network-or-cache fetch"). */
const KEEPALIVE_BYTES = 64 * 1024;

let underWay = 0;

/** How many bytes of body may still be sent so that they outlive the page. */
export const keepaliveRoom = (): number => KEEPALIVE_BYTES - underWay;

/** Counts a body as under way; returns the function that ends it. */
export function takeRoom(bytes: number): () => void {
  underWay += bytes;
  return () => {
    underWay -= bytes;
  };
}
