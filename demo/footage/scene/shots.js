// What is photographed of each product, besides the view from the front.
// near: where the camera looks from near, in the product's frame (metres), and from which side.
// colours: the names of the products' other colours in the shop, with what makes them.
// lines: the lengths that the picture with the measures shows (measures.js); turn: how far the product is turned for it.
// flat: it lies on the floor, seen from above.
// beside: what it is compared with, where that stands (metres to the right and to the front) and how far it is turned.
import { glazes } from './mug.js';
import { yarns } from './sweater.js';
import { covers } from './materials.js';

export const shots = {
  'coffee-maker': {
    near: { at: [0.044, 0.327, 0.168], from: [0.42, 0.28, 1], width: 0.145, detail: { walnut: 3 } },
    turn: -0.5, lines: { Width: 'width', Depth: 'depth', Height: 'height' },
  },
  beans: {
    near: { at: [0.004, 0.135, 0.044], from: [-0.55, 0.25, 1], width: 0.105, detail: { kraft: 3 } },
    turn: 0, lines: { Height: 'height', Width: 'width' },
  },
  mug: {
    near: { at: [-0.012, 0.034, 0.04], from: [-0.3, 0.35, 1], width: 0.066, detail: { glaze: 2 } },
    colours: { chalk: glazes.chalk, ochre: glazes.ochre, ember: glazes.ember },
    beside: [['frother', 0.17, -0.02, -0.45], ['beans', -0.19, -0.04, 0.12]],
    turn: 0, lines: { Height: 'height', Diameter: 'width' },
  },
  frother: {
    near: { at: [0.0, 0.045, 0.047], from: [0.5, 0.3, 1], width: 0.085, detail: {} },
    turn: 0, lines: { Height: 'height', Diameter: 'width' },
  },
  lamp: {
    near: { at: [0.085, 1.215, 0.15], from: [0.35, -0.1, 1], width: 0.2, detail: { linen: 3 } },
    turn: 0, lines: { Height: 'height', Shade: 'top' },
  },
  armchair: {
    near: { at: [0.325, 0.545, 0.33], from: [-0.55, 0.7, 1], width: 0.2, blur: 0.008, detail: { cover: 1.5 } },
    beside: [['lamp', -0.72, -0.1, 0]],
    colours: { 'moss-wool': covers.moss, 'oat-boucle': covers.oat },
    turn: 0.55, lines: { Width: 'width', Depth: 'depth', Height: 'height', 'Seat height': 'seat' },
  },
  sweater: {
    near: { at: [0, 0.62, -0.18], from: [-0.35, 0.25, 1], width: 0.2, detail: { knit: 3 } },
    colours: { spruce: yarns.spruce },
    turn: 0, flat: true, lines: { 'Length, size M': 'length', 'Chest, size M': 'width' },
  },
};
