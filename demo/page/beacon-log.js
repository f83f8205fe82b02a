import { el } from './dom.js';

const MOST = 60;

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const seconds = (ms) => (ms / 1000).toFixed(1);

/** What is worth reading of a record beside its type and product. */
function detailOf(record) {
  const { fromMs, toMs, positionMs, visibleMs, ms, via, quantity, variantId } = record;
  return [
    variantId,
    quantity && `× ${quantity}`,
    via && `via ${via}`,
    positionMs !== undefined && `at ${seconds(positionMs)} s`,
    fromMs !== undefined && `${seconds(fromMs)} to ${seconds(toMs)} s`,
    (ms ?? visibleMs) !== undefined && `${seconds(ms ?? visibleMs)} s`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Writes each beacon into a list as it leaves, the newest first, and forgets the oldest. */
export function startBeaconLog(player, list, onRecord) {
  list.tabIndex = 0; // it scrolls, and Safari lets no key scroll what cannot be focused
  player.addEventListener('shoppable-beacon', ({ record }) => {
    const detail = [record.productId, detailOf(record)].filter(Boolean).join(', ');
    list.prepend(
      el(
        'li',
        {},
        el('time', {}, clock.format(record.atMs)),
        el('b', {}, record.type),
        el('i', {}, detail || `view ${record.viewId.slice(-6)}`),
      ),
    );
    while (list.children.length > MOST) list.lastElementChild.remove();
    onRecord();
  });
}
