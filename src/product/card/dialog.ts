/** Narrower than this the card is a sheet over the page's lower edge: in the player it would hide everything. */
const SHEET_BELOW_PX = 560;

/**
 * Shows a dialog in the player, or as a modal sheet where the player is small: in the top layer it can be read there,
 * in full screen too. Escape and a press beside the sheet ask to close it.
 * @returns hides and removes it, and gives the focus back to what had it
 */
export function showDialog(
  dialog: HTMLDialogElement,
  playerWidth: number,
  onClose: () => void,
  focusBack: () => HTMLElement,
): () => void {
  const before = focused();
  const sheet = playerWidth < SHEET_BELOW_PX;
  dialog.classList.toggle('sheet', sheet);
  if (sheet) dialog.showModal();
  else dialog.show();
  dialog.querySelector('h2')?.focus({ preventScroll: true });

  const ended = new AbortController();
  const { signal } = ended;
  const close = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  dialog.addEventListener('cancel', close, { signal });
  dialog.addEventListener('keydown', (event) => event.key === 'Escape' && close(event), { signal });
  dialog.addEventListener('click', (event) => sheet && event.target === dialog && onClose(), { signal });

  return () => {
    ended.abort();
    const had = dialog.contains(focused() ?? null);
    dialog.close();
    dialog.remove();
    // A browser may have given the focus back by itself, but not to what is gone, nor from a dialog that was not modal.
    if (had) (before?.isConnected ? before : focusBack()).focus({ preventScroll: true });
  };
}

/** What has the focus, inside whatever shadow trees; undefined when only the page itself has it. */
function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== document.body ? (active as HTMLElement) : undefined;
}
