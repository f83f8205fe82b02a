/** What this browser's visitor wants to keep in mind. A shop with accounts would ask its server. */
const KEY = 'morrow-wish-list';

export const wishList = {
  read: () => JSON.parse(localStorage.getItem(KEY) ?? '[]'),
  /** Keeps a product, or lets it go. */
  set(productId, saved) {
    const others = this.read().filter((id) => id !== productId);
    localStorage.setItem(KEY, JSON.stringify(saved ? [...others, productId] : others));
    return true;
  },
};
