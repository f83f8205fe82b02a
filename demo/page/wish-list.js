/** What this browser's visitor wants to keep in mind. A shop with accounts would ask its server. */
const KEY = 'morrow-wish-list';

export const wishList = {
  read: () => JSON.parse(localStorage.getItem(KEY) ?? '[]'),
  add(productId) {
    localStorage.setItem(KEY, JSON.stringify([...new Set([...this.read(), productId])]));
    return true;
  },
};
