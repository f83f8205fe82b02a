export interface MenuKeys {
  /** Opens what the item leads to; undefined where it leads nowhere. */
  onward?: () => void;
  /** A level up; undefined on the first. */
  back?: () => void;
}

/** The keys of a menu (ARIA Authoring Practices, menu): arrows, Home and End go along its items, sideways up and down its levels. */
export function moveAlong(menu: HTMLElement, event: KeyboardEvent, { onward, back }: MenuKeys): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^(Arrow|Home|End)/.test(event.key)) return;
  // What does nothing here would seek or set the volume in the player.
  event.preventDefault();
  const items = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')].filter(
    (item) => item.getClientRects().length,
  );
  const item = event.composedPath()[0] as HTMLElement;
  const forward = menu.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? (event.key === forward ? 1 : -1);
  if (event.key === 'Home') items[0]?.focus();
  else if (event.key === 'End') items.at(-1)?.focus();
  // Those that stand beside one another are gone along in both directions.
  else if (/Up|Down/.test(event.key) || item.closest('.chips'))
    items[(items.indexOf(item) + step + items.length) % items.length]?.focus();
  else if (step > 0) onward?.();
  else back?.();
}
