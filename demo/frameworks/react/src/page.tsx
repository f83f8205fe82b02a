import { useState } from 'react';
import type { CartAdapter, CartLine } from 'shoppable-video';
import { ShoppableCart, ShoppableShelf, ShoppableVideo } from 'shoppable-video/react';

/** A cart that is kept by this page; `shoppable-video/adapters/…` has those of shops. */
let lines: CartLine[] = [];
const cart: CartAdapter = {
  async add(more) {
    lines = [...lines, ...more];
    return more.map(({ quantity }) => ({ status: 'added', accepted: quantity }));
  },
  async read() {
    return { lines, currency: 'EUR' };
  },
};

export function Page() {
  const [pieces, setPieces] = useState(0);
  return (
    <>
      <ShoppableVideo
        id="film"
        manifest="/media/coffee/manifest.json"
        fit="contain"
        muted
        cartAdapter={cart}
        style={{ display: 'block', aspectRatio: '16/9', maxWidth: 720 }}
        onCartChanged={(event) =>
          setPieces((before) => before + event.reply.reduce((sum, { accepted }) => sum + accepted, 0))
        }
      />
      <output>{pieces} in the cart</output>
      <ShoppableShelf htmlFor="film" layout="list" />
      <ShoppableCart htmlFor="film" compact />
    </>
  );
}
