import vue from '@vitejs/plugin-vue';

/** The film and its manifest come from the demo shop that `npm start` serves. */
const proxy = { '/media': 'http://127.0.0.1:8080' };

const isCustomElement = (tag) => tag.startsWith('shoppable-');

export default {
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
  server: { proxy },
};
