/** Pulled down so far, or let go so fast, a sheet is gone. */
const FAR_PX = 96;
const FAST_PX_PER_MS = 0.6;
/** A finger that rests for so long before it is lifted has lost its speed. */
const REST_MS = 80;
/**
 * Shows a dialog as a modal sheet at the page's lower edge. Escape, a press beside it and pulling its head down ask to
 * close it. The browser keeps the focus inside, and gives it back.
 * @returns hides it
 */
export function showSheet(dialog: HTMLDialogElement, head: HTMLElement, onClose: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  /** How it was taken; undefined while it is not held. */
  let from: PointerEvent | undefined;
  /** The last two movements: how fast it is when it is let go. */
  let last: PointerEvent;
  let before: PointerEvent;
  const settle = () => {
    from = undefined;
    dialog.style.transform = '';
  };
  const close = (event: Event) => {
    event.preventDefault();
    // A key that closes the sheet must not mean anything to the player around it.
    event.stopPropagation();
    onClose();
  };
  const drag = (type: 'pointerdown' | 'pointermove' | 'pointerup', act: (event: PointerEvent) => void) =>
    head.addEventListener(type, (event) => event.isPrimary && act(event), { signal });

  dialog.addEventListener('cancel', close, { signal });
  dialog.addEventListener('keydown', (event) => event.key === 'Escape' && close(event), { signal });
  dialog.addEventListener('click', (event) => event.target === dialog && onClose(), { signal });
  drag('pointerdown', (event) => {
    if ((event.target as Element).closest('button')) return;
    from = before = last = event;
    head.setPointerCapture(event.pointerId);
  });
  drag('pointermove', (event) => {
    if (!from) return;
    before = last;
    last = event;
    dialog.style.transform = `translateY(${Math.max(0, event.clientY - from.clientY)}px)`;
  });
  drag('pointerup', ({ clientY, timeStamp }) => {
    if (!from) return;
    const way = clientY - from.clientY;
    settle();
    const isFast = last.clientY - before.clientY > FAST_PX_PER_MS * (last.timeStamp - before.timeStamp);
    if (way > FAR_PX || (way > 24 && isFast && timeStamp - last.timeStamp < REST_MS)) onClose();
  });
  head.addEventListener('pointercancel', settle, { signal });

  dialog.showModal();
  return () => {
    ended.abort();
    settle();
    dialog.close();
  };
}
