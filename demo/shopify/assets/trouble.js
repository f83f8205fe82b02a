/** The demo's own panel: it tells the shop what to do wrong next, and writes down what the player made of it. */
const panel = document.querySelector('.trouble');
const next = panel.querySelector('.trouble__next');
const log = panel.querySelector('.trouble__log');

function choose(button) {
  for (const other of panel.querySelectorAll('[data-trouble]')) other.setAttribute('aria-pressed', other === button);
  next.textContent = button ? `The next change: ${button.textContent.toLowerCase()}.` : '';
}

panel.addEventListener('click', async ({ target }) => {
  const name = target.dataset.trouble;
  if (!name) return;
  const response = await fetch('/shopify/trouble', { method: 'POST', body: JSON.stringify({ name }) });
  if (response.ok) choose(target);
});

document.addEventListener('shoppable-cart-changed', ({ lines, reply }) => {
  choose();
  reply.forEach(({ status, accepted, reason }, index) => {
    const entry = document.createElement('li');
    entry.textContent = `${status}: ${accepted} of ${lines[index].quantity}${reason ? `, ${reason}` : ''}`;
    log.prepend(entry);
  });
  while (log.children.length > 5) log.lastElementChild.remove();
});

choose();
