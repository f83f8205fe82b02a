/** The doors of the collector that a season comes through. */
export type Door = '/v1/beacons' | '/v1/orders' | '/v1/refunds' | '/v1/catalog';

/** A request, before it is one. */
export interface Telling {
  readonly door: Door;
  /** When it reaches the server. */
  readonly receivedMs: number;
  readonly body: object;
  readonly userAgent?: string;
}
