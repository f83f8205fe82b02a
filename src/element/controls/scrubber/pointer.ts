/** A finger trembles by as much as this: it taps. */
const TAP_PX = 4;

export interface BarActions {
  /** Somebody is about to look at the bar. */
  need(): void;
  look(clientX: number): void;
  /** @param isTap a tap on a marker means the marker; a drag means the place */
  seek(clientX: number, isTap: boolean): void;
  /** A mouse is pressed: what is pressed is the slider. */
  focus(): void;
  /** The seeking is over. */
  settle(): void;
  leave(): void;
}

/**
 * Mouse, pen and finger on the bar. A mouse seeks as it is pressed; a finger when it is lifted or moved along, so that
 * one that only wants to scroll the page past the bar changes nothing.
 */
export function listenToPointer(reach: HTMLElement, bar: BarActions, signal: AbortSignal): void {
  let press: { x: number; moved: boolean } | undefined;
  const end = () => {
    press = undefined;
    bar.settle();
  };
  const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    reach.addEventListener(type, listener, { signal });

  on('pointerenter', () => bar.need());
  on('pointerdown', ({ isPrimary, button, pointerType, pointerId, clientX }) => {
    if (!isPrimary || button) return;
    press = { x: clientX, moved: false };
    bar.look(clientX);
    if (pointerType === 'touch') return;
    bar.seek(clientX, true);
    reach.setPointerCapture(pointerId);
  });
  on('mousedown', (event) => {
    // The browser would give the focus to nothing. After a tap, when a press is over, that is right: the focus would
    // keep the controls over the picture.
    event.preventDefault();
    if (press) bar.focus();
  });
  on('pointermove', ({ isPrimary, clientX }) => {
    if (!isPrimary) return;
    if (press && Math.abs(clientX - press.x) > TAP_PX) press.moved = true;
    if (press?.moved) bar.seek(clientX, false);
    bar.look(clientX);
  });
  on('pointerup', ({ isPrimary, pointerType, clientX }) => {
    if (!press || !isPrimary) return;
    const isTouch = pointerType === 'touch';
    if (isTouch && !press.moved) bar.seek(clientX, true);
    end();
    if (isTouch) bar.leave();
  });
  on('pointercancel', () => {
    if (press) end();
    bar.leave();
  });
  on('pointerleave', () => press || bar.leave());
}
