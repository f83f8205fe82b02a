import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnOnce } from '../shared/warn.js';
import type { ShoppableHost } from './host.js';

type Part = ReactiveControllerHost & HTMLElement & { readonly htmlFor?: string };
type Player = HTMLElement & { host(): Promise<ShoppableHost> };

const PLAYER = 'shoppable-video';

/**
 * Finds the player that a feature element belongs to: the nearest one around it, or the one whose id `for` names in the
 * same document or shadow tree. Asks for an update when it is found; what else is worth one, `connected` says.
 */
export class HostController implements ReactiveController {
  /** What the player gives its parts; undefined until it is found. */
  host?: ShoppableHost;
  #connection?: AbortController;

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
    void this.#connect(this.#connection.signal);
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.host = undefined;
  }

  /** The `for` attribute has changed. */
  reconnect(): void {
    this.hostDisconnected();
    // The player has its next session only when it is done with this one.
    queueMicrotask(() => this.part.isConnected && !this.#isOn() && this.hostConnected());
  }

  #isOn(): boolean {
    return this.#connection?.signal.aborted === false;
  }

  async #connect(signal: AbortSignal): Promise<void> {
    // The part may be defined before the player is, and stand before it in the page.
    await customElements.whenDefined(PLAYER);
    if (document.readyState === 'loading')
      await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true, signal }));
    if (signal.aborted) return;
    const player = this.#find();
    if (!player) return warnOnce(`part ${this.part.localName}`, this.#missing());
    const host = await player.host().catch(() => undefined);
    if (signal.aborted) return;
    // A player that is in no document yet is asked again when it comes in.
    if (!host) return;
    this.host = host;
    // Another manifest, and the player begins anew.
    host.signal.addEventListener('abort', () => this.reconnect(), { once: true, signal });
    this.connected(host, signal);
    this.part.requestUpdate();
  }

  #find(): Player | undefined {
    const { htmlFor } = this.part;
    const found = htmlFor
      ? (this.part.getRootNode() as Document | ShadowRoot).getElementById(htmlFor)
      : this.part.closest(PLAYER);
    return found && 'host' in found ? (found as Player) : undefined;
  }

  #missing(): string {
    const { localName, htmlFor } = this.part;
    return htmlFor
      ? `<${localName} for="${htmlFor}">: there is no <${PLAYER} id="${htmlFor}"> beside it.`
      : `<${localName}> stands in no <${PLAYER}>: put it into one, or name one's id with \`for\`.`;
  }
}
