/** The film and its manifest come from the demo shop that `npm start` serves. */
const proxy = { '/media': 'http://127.0.0.1:8080' };

export default { base: './', server: { proxy } };
