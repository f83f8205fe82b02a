interface Prefixed extends HTMLElement {
  webkitRequestFullscreen?(): Promise<void> | void;
}
interface PrefixedDocument extends Document {
  webkitFullscreenElement?: Element | null;
  webkitExitFullscreen?(): Promise<void> | void;
}

/** The whole player goes to full screen, never the bare video: on it there would be nothing to buy. */
export function fullscreenOf(element: HTMLElement) {
  const page = element.ownerDocument as PrefixedDocument;
  const host = element as Prefixed;
  return {
    supported: Boolean(element.requestFullscreen ?? host.webkitRequestFullscreen),
    async set(on: boolean): Promise<void> {
      if (on) await (host.requestFullscreen?.() ?? host.webkitRequestFullscreen?.());
      else await (page.exitFullscreen?.() ?? page.webkitExitFullscreen?.());
    },
    follow(tell: (on: boolean) => void, signal: AbortSignal): void {
      // A player inside another shadow tree is only seen as that tree's host from the document.
      const isOn = () => element.matches(':fullscreen') || page.webkitFullscreenElement === element;
      for (const event of ['fullscreenchange', 'webkitfullscreenchange'] as const) {
        element.addEventListener(event, () => tell(isOn()), { signal });
      }
    },
  };
}
