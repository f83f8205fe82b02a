/** How the shopper reached a product: on the picture, by an edge chip, by the list of this scene, or from the page. */
export type Via = 'hotspot' | 'chip' | 'list' | 'api';
