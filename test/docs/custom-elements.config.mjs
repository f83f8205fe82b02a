/** The analyzer's: what it finds is only read by the tables, and package.json is nobody's to write. */
export default {
  globs: [
    'src/element/shoppable-video.ts',
    'src/shelf/shoppable-shelf.ts',
    'src/cart-view/shoppable-cart.ts',
    'src/dashboard/shoppable-insights.ts',
  ],
  outdir: 'node_modules/.cache/custom-elements',
  litelement: true,
  packagejson: false,
};
