/** What every engine tells its owner. Errors are sorted into the two kinds that have different cures. */
export interface EngineOptions {
  readonly video: HTMLVideoElement;
  readonly src: string;
  /** Seconds of media time to begin at. */
  readonly startAt: number;
  /** Playback cannot go on without help. */
  readonly onFault: (kind: 'network' | 'media', cause?: unknown) => void;
  readonly signal: AbortSignal;
}

export interface AttachedEngine {
  /** Tries the same source again, at the position reached. */
  reload(kind: 'network' | 'media'): void;
}
