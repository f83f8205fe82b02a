/** "Behind the scenes": the beacons as they leave the page, and what the server has made of them. */
import { startBeaconLog } from './beacon-log.js';
import { consentNow } from './consent.js';
import { el } from './dom.js';
import { insightTables, readInsights } from './insights.js';

const EVERY_MS = 4_000;
const CONSENT = {
  pending: 'You have not answered yet. What happens in the film is held in memory; nothing is sent or stored.',
  granted: 'You have said yes. Each line below goes to this server.',
  denied: 'You have said no. Nothing is recorded, and what was held is gone.',
};

const panel = document.querySelector('.backstage');
const film = document.querySelector('shoppable-video');
const numbers = panel.querySelector('.backstage__numbers');
const state = panel.querySelector('.backstage__state');
const names = new Map();
let unsent = 0;
let timer;
let shown = '';

film.addEventListener('shoppable-manifest-loaded', ({ manifest }) => {
  for (const { id, name } of manifest.products) names.set(id, name);
});
startBeaconLog(film, panel.querySelector('.log'), () => {
  unsent += 1;
});

async function refresh() {
  if (unsent) {
    unsent = 0;
    await film.flush?.();
  }
  try {
    const insights = await readInsights(film.getAttribute('site'), 'coffee');
    const now = JSON.stringify([insights, [...names]]);
    // tables that have not changed stay, so that nobody loses their place in them
    if (now !== shown) numbers.replaceChildren(...insightTables(insights, (id) => names.get(id) ?? id));
    shown = now;
  } catch (error) {
    shown = '';
    numbers.replaceChildren(el('p', {}, `No numbers: ${error.message}`));
  }
}

async function keepFresh() {
  clearTimeout(timer);
  if (!panel.open) return;
  if (!document.hidden) await refresh();
  timer = setTimeout(keepFresh, EVERY_MS);
}

const showConsent = () => {
  state.textContent = CONSENT[consentNow()];
};

panel.addEventListener('toggle', () => {
  // where the panel lies over the page, the film goes to the top, so that both can be watched
  if (panel.open && getComputedStyle(panel).position === 'fixed') film.scrollIntoView();
  keepFresh();
});
document.addEventListener('consent', showConsent);
showConsent();
keepFresh();
