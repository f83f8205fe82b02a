import type { BeaconReply } from '../../schema/beacon.js';

/** How an endpoint answered. */
export interface TransportReply {
  /** Of HTTP; 0 when there was no answer. */
  readonly status: number;
  /** Not to be asked again before. */
  readonly retryAfterMs?: number;
  /** The events that the endpoint will never take; with this list, even an empty one, all others are taken. */
  readonly rejected?: BeaconReply['rejected'];
  /** What came back in the body: JSON as its value, anything else as text. */
  readonly body?: unknown;
}

/** How batches leave the page. */
export interface BeaconTransport {
  /**
   * @param options.final the page may end now: the request has to outlive it, and is begun before this returns
   * @returns the answer; a rejection counts as no answer
   */
  send(url: string, body: string, options: { final: boolean }): Promise<TransportReply>;
}

/** The player's own ways. */
export interface Transport extends BeaconTransport {
  /** Makes the body smaller, where that pays and the endpoint takes it; what comes of it sends it. */
  pack?(url: string, body: string): Promise<() => Promise<TransportReply>> | undefined;
}
