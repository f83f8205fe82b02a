import type { Manifest } from '../../schema/manifest.js';
import type { Places } from './places.js';
import type { Layout } from './targets.js';

/** An error is a thing that does not work; a warning works badly; a note is worth knowing and never counts. */
export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Where in the author's file, as in `hotspots[3].keyframes[0].x`; empty for all of it. */
  readonly path: string;
  /** What is wrong there, with its figures. */
  readonly message: string;
  /** What to do. */
  readonly cure: string;
}

/** A manifest that has been read, and where its parts stand in the author's file. */
export interface Film {
  readonly manifest: Manifest;
  /** What the author wrote, which arms patch. */
  readonly input: unknown;
  readonly baseUrl: string;
  readonly places: Places;
  /** Each shape of the picture that the manifest places hotspots for, as wide as a small phone. */
  readonly layouts: readonly Layout[];
}

export interface Fault {
  readonly path: string;
  readonly message: string;
  /** Where it is another than the rule's. */
  readonly severity?: Severity;
}

/** One thing that can be wrong. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** What it finds, for the reference. */
  readonly finds: string;
  readonly cure: string;
  /** Whether a fault that the manifest's own parser has found is this rule's. It is an error unless nothing is left out for it. */
  readonly owns?: (path: string, fault: string) => boolean;
  readonly check?: (film: Film) => Iterable<Fault>;
}
