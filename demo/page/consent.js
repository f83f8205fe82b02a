/** Asks once, remembers the answer, and hands it to the player. */
const KEY = 'morrow-consent';
const bar = document.querySelector('.consent');
const player = document.querySelector('shoppable-video');

const remembered = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is switched off: the question comes again
  }
};

function apply(consent) {
  player.setAttribute('consent', consent ?? 'pending');
  bar.hidden = Boolean(consent);
  document.dispatchEvent(new CustomEvent('consent', { detail: consent ?? 'pending' }));
}

export const consentNow = () => player.getAttribute('consent');

bar.addEventListener('click', ({ target }) => {
  const { consent } = target.dataset;
  if (!consent) return;
  try {
    localStorage.setItem(KEY, consent);
  } catch {}
  apply(consent);
});
for (const again of document.querySelectorAll('[data-ask-consent]')) {
  again.addEventListener('click', () => {
    bar.hidden = false;
    bar.querySelector('button').focus();
  });
}

apply(remembered());
