/** Pulled down so far, or so fast, a sheet is let go. */
const FAR_PX = 96;
const FAST_PX_PER_MS = 0.6;

/**
 * Shows a dialog as a modal sheet at the page's lower edge. Escape, a press beside it and pulling its head down ask to
 * close it. The browser keeps the focus inside, and gives it back.
 * @returns hides it
 */
export function showSheet(dialog: HTMLDialogElement, head: HTMLElement, onClose: () => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let from: { readonly y: number; readonly at: number } | undefined;
  const pulled = (event: PointerEvent) => (from ? Math.max(0, event.clientY - from.y) : 0);
  const settle = () => {
    from = undefined;
    dialog.style.transform = '';
  };

  dialog.addEventListener(
    'cancel',
    (event) => {
      event.preventDefault();
      onClose();
    },
    { signal },
  );
  // A key that closes the sheet must not mean anything to the player around it.
  dialog.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
    },
    { signal },
  );
  dialog.addEventListener('click', (event) => event.target === dialog && onClose(), { signal });
  head.addEventListener(
    'pointerdown',
    (event) => {
      if ((event.target as Element).closest('button')) return;
      from = { y: event.clientY, at: event.timeStamp };
      head.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  head.addEventListener(
    'pointermove',
    (event) => {
      if (from) dialog.style.transform = `translateY(${pulled(event)}px)`;
    },
    { signal },
  );
  head.addEventListener(
    'pointerup',
    (event) => {
      const way = pulled(event);
      const speed = from ? way / Math.max(1, event.timeStamp - from.at) : 0;
      settle();
      if (way > FAR_PX || (way > 24 && speed > FAST_PX_PER_MS)) onClose();
    },
    { signal },
  );
  head.addEventListener('pointercancel', settle, { signal });

  dialog.showModal();
  return () => {
    ended.abort();
    settle();
    dialog.close();
  };
}
