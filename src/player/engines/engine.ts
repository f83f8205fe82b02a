/**
 * Faults by their cure: loading failed and may work later; what came cannot be played; or the server says that it does
 * not have it.
 */
export type FaultKind = 'network' | 'media' | 'gone';

/** What every engine tells its owner. */
export interface EngineOptions {
  readonly video: HTMLVideoElement;
  readonly src: string;
  /** Seconds of media time to begin at. */
  readonly startAt: number;
  /** Playback cannot go on without help. */
  readonly onFault: (kind: FaultKind, cause?: unknown) => void;
  readonly signal: AbortSignal;
}

export interface AttachedEngine {
  /** Tries the same source again, at the position reached. */
  reload(kind: FaultKind): void;
}
