import 'shoppable-video';
import 'shoppable-video/shelf';

const film = document.createElement('shoppable-video');
film.id = 'film';
film.manifest = '/media/coffee/manifest.json';
film.fit = 'contain';
film.muted = true;
film.style.cssText = 'display: block; aspect-ratio: 16/9; max-width: 720px';

let pieces = 0;
const count = document.createElement('output');
film.addEventListener('shoppable-add-to-cart', (event) => {
  pieces += event.lines.reduce((sum, line) => sum + line.quantity, 0);
  count.textContent = `${pieces} in the cart`;
  event.respondWith(true);
});

const shelf = document.createElement('shoppable-shelf');
shelf.htmlFor = 'film';
shelf.layout = 'list';

document.querySelector('#app')!.append(film, count, shelf);
