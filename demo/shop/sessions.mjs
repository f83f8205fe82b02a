import { randomUUID } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const MOST = 1_000;

/** Carts by the browser's session cookie, which is set with the first thing in it and not before. */
export function createSessions(cookie, createCart) {
  const carts = new Map();
  return {
    /** The browser's cart; undefined when it has none. */
    find: (context) => carts.get(getCookie(context, cookie)),
    open(context) {
      const known = this.find(context);
      if (known) return known;
      const id = randomUUID();
      const cart = createCart();
      carts.set(id, cart);
      if (carts.size > MOST) carts.delete(carts.keys().next().value);
      setCookie(context, cookie, id, { path: '/', httpOnly: true, sameSite: 'Lax' });
      return cart;
    },
    close(context) {
      carts.delete(getCookie(context, cookie));
      deleteCookie(context, cookie, { path: '/' });
    },
  };
}
