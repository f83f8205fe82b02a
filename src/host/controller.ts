import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnOnce } from '../shared/warn.js';
import type { ShoppableHost } from './host.js';

type Part = ReactiveControllerHost & HTMLElement & { readonly htmlFor?: string };
/** Without a host where the tag is somebody else's. */
type Player = Element & { host?(): Promise<ShoppableHost> };

const PLAYER = 'shoppable-video';

/**
 * Finds the player that a feature element belongs to: the nearest one around it, or the one whose id `for` names in the
 * same document or shadow tree. One that comes later is found when it comes. Asks for an update when it is found and
 * when it is lost; what else is worth one, `connected` says.
 */
export class HostController implements ReactiveController {
  /** What the player gives its parts; undefined until it is found. */
  host?: ShoppableHost;
  #connection?: AbortController;
  #wanted?: string;

  /**
   * @param connected called with each player that is found; the signal aborts when the element or the player goes
   */
  constructor(
    private readonly part: Part,
    private readonly connected: (host: ShoppableHost, signal: AbortSignal) => void = () => {},
  ) {
    part.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    void this.#connect(this.#connection.signal, true);
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.host = undefined;
  }

  /** Another `for` is another player. */
  hostUpdated(): void {
    if (this.host && this.part.htmlFor !== this.#wanted) this.#reconnect(true);
  }

  #reconnect(warn: boolean): void {
    this.hostDisconnected();
    this.part.requestUpdate();
    const connection = new AbortController();
    this.#connection = connection;
    // The player has its next session only when it is done with this one.
    queueMicrotask(() => this.part.isConnected && void this.#connect(connection.signal, warn));
  }

  async #connect(signal: AbortSignal, warn: boolean): Promise<void> {
    // The part may be defined before the player is, and stand before it in the page.
    await customElements.whenDefined(PLAYER);
    if (document.readyState === 'loading')
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true, signal }));
    if (signal.aborted) return;
    this.#wanted = this.part.htmlFor;
    const player = this.#find();
    if (!player && warn) warnOnce(`part ${this.part.localName} ${this.#wanted}`, this.#missing());
    const host = await player?.host?.().catch(() => undefined);
    if (signal.aborted) return;
    if (!host) return this.#waitForChange(signal);
    // It went while it was asked.
    if (host.signal.aborted) return this.#reconnect(false);
    this.host = host;
    // Another manifest, and the player begins anew.
    host.signal.addEventListener('abort', () => this.#reconnect(false), { once: true, signal });
    this.connected(host, signal);
    this.part.requestUpdate();
  }

  /** Pages are built by script too: the player may come after its part, or come back. */
  #waitForChange(signal: AbortSignal): void {
    const look = new MutationObserver(() => {
      if (!this.#find()?.isConnected) return;
      look.disconnect();
      void this.#connect(signal, false);
    });
    look.observe(this.part.getRootNode(), { childList: true, subtree: true, attributeFilter: ['id', 'for'] });
    signal.addEventListener('abort', () => look.disconnect(), { once: true });
  }

  #find(): Player | undefined {
    const { htmlFor } = this.part;
    const found = htmlFor
      ? (this.part.getRootNode() as Document | ShadowRoot).getElementById(htmlFor)
      : this.part.closest(PLAYER);
    return found?.localName === PLAYER ? found : undefined;
  }

  #missing(): string {
    const { localName, htmlFor } = this.part;
    return htmlFor
      ? `<${localName} for="${htmlFor}">: there is no <${PLAYER} id="${htmlFor}"> beside it.`
      : `<${localName}> stands in no <${PLAYER}>: put it into one, or name one's id with \`for\`.`;
  }
}
