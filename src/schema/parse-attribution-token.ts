/** What an order line says of the video that sold it. */
export interface Attribution {
  readonly videoId: string;
  /** Missing without consent. */
  readonly viewId?: string;
  readonly hotspotId?: string;
  /** Media time. */
  readonly positionMs: number;
  readonly segment?: string;
  readonly experiment?: string;
  readonly arm?: string;
  /** Unix time. */
  readonly atMs: number;
}

const FORM = /^sv1(?:\.[\w~-]*){3}\.[0-9a-z]{1,10}(?:\.[\w~-]*){3}\.[0-9a-z]{1,10}$/;

/** An id that was shortened can't be read back: it stays as it is, for comparison with `shortenId` (`src/beacon/attribution-token.ts`) of the known ids. */
const decode = (part: string) => {
  try {
    return part.includes('~~') ? part : decodeURIComponent(part.replaceAll('~', '%'));
  } catch {
    return part;
  }
};

/**
 * Reads a token that came back with an order. Whoever sent it may have made it up.
 * @returns undefined when it is none of ours
 */
export function parseAttributionToken(token: unknown): Attribution | undefined {
  if (typeof token !== 'string' || token.length > 199 || !FORM.test(token)) return undefined;
  const parts = token.split('.');
  const text = (i: number) => decode(parts[i]!) || undefined;
  const videoId = text(1);
  if (!videoId) return undefined;
  return {
    videoId,
    viewId: text(2),
    hotspotId: text(3),
    positionMs: Number.parseInt(parts[4]!, 36),
    segment: text(5),
    experiment: text(6),
    arm: text(7),
    atMs: Number.parseInt(parts[8]!, 36),
  };
}
