/** `product.html?id=…` is a product's page, `?kind=…` a part of the range, and without either the whole of it. */
import { createBuyForm } from './create-buy-form.js';
import { el } from './dom.js';
import { shelfOf } from './shelf.js';
import { shop } from './shop.js';

const KINDS = { coffee: 'Coffee', table: 'Table', living: 'Living', knitwear: 'Knitwear' };

const place = document.querySelector('main');
const query = new URLSearchParams(location.search);
const kindOf = ({ custom }) => custom?.kind;

const trail = (...steps) =>
  el(
    'nav',
    { class: 'trail', 'aria-label': 'Breadcrumb' },
    el(
      'ul',
      {},
      ...steps.map(([name, href]) =>
        el('li', {}, href ? el('a', { href }, name) : el('span', { 'aria-current': 'page' }, name)),
      ),
    ),
  );

const figures = ({ facts = [], dimensions = [] }) =>
  el(
    'table',
    { class: 'figures' },
    el(
      'tbody',
      {},
      ...[...facts, ...dimensions.map(({ name, value, unit }) => ({ name, value: `${value} ${unit}` }))].map(
        ({ name, value }) => el('tr', {}, el('th', { scope: 'row' }, name), el('td', {}, value)),
      ),
    ),
  );

const chapter = (title, ...content) => el('section', { class: 'chapter' }, el('h2', {}, title), ...content);

function productPage(product, products) {
  const [{ src, alt }] = product.media;
  const complements = products.filter(({ id }) => product.complements?.includes(id));
  const alternates = products.filter(({ id }) => product.alternates?.includes(id));
  const kind = kindOf(product);
  return [
    trail(['Morrow', '/'], [KINDS[kind], `/product.html?kind=${kind}`], [product.name]),
    el(
      'article',
      { class: 'product single' },
      el('div', { class: 'gallery' }, el('img', { src: `/media/coffee/${src}`, alt, width: 800, height: 800 })),
      el(
        'div',
        { class: 'buy' },
        el('p', { class: 'maker' }, product.brand),
        el('h1', {}, product.name),
        el(
          'p',
          {},
          el('span', { class: 'stars', 'aria-hidden': 'true' }, '★ '),
          `${product.rating.value} out of 5, ${product.rating.count} reviews`,
        ),
        el('p', {}, product.description),
        createBuyForm(product),
        figures(product),
        el('p', {}, el('a', { href: `/#product=${product.id}` }, 'See it in the film')),
      ),
    ),
    alternates.length && chapter('Instead of this', shelfOf(alternates, 'h3')),
    complements.length && chapter('Goes well with', shelfOf(complements, 'h3')),
  ];
}

function rangePage(title, products) {
  return [
    trail(['Morrow', '/'], [title]),
    products.length
      ? el('div', { class: 'chapter range' }, el('h1', {}, title), shelfOf(products))
      : el(
          'div',
          { class: 'chapter range' },
          el('h1', {}, title),
          el('p', {}, 'There is no such thing in this shop. ', el('a', { href: '/product.html' }, 'See all things')),
        ),
  ];
}

const products = await shop.products();
const [id, kind] = [query.get('id'), query.get('kind')];
const product = products.find((candidate) => candidate.id === id);
const title = product?.name ?? (id ? 'Not found' : (KINDS[kind] ?? 'All things'));
document.title = `${title} · Morrow`;
const chosen = id ? [] : products.filter((each) => !kind || kindOf(each) === kind);
place.replaceChildren(...(product ? productPage(product, products) : rangePage(title, chosen)).filter(Boolean));
for (const link of document.querySelectorAll('.masthead nav a')) {
  if (new URL(link.href).searchParams.get('kind') === (kind ?? kindOf(product ?? {}) ?? ''))
    link.setAttribute('aria-current', 'page');
}
