import type { ShoppableError } from '../errors.js';
import type { Manifest } from '../schema/manifest.js';
import { FactEvent } from './fact.js';

/** The manifest was read; `warnings` names every part that was left out. */
export class ManifestLoadedEvent extends FactEvent {
  constructor(
    readonly manifest: Manifest,
    readonly warnings: readonly ShoppableError[],
  ) {
    super('shoppable-manifest-loaded');
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-manifest-loaded': ManifestLoadedEvent;
  }
}
