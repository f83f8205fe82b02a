import type { ShoppableError } from '../errors.js';
import { FactEvent } from './fact.js';

/** Something went wrong; `error.code` says what, and the reference has its cure. */
export class ErrorEvent extends FactEvent {
  static readonly type = 'shoppable-error';

  constructor(readonly error: ShoppableError) {
    super(ErrorEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoppable-error': ErrorEvent;
  }
}
