import { ShoppableError } from '../errors.js';
import { ErrorEvent } from '../events/error.js';
import type { ShoppableHost } from '../host/host.js';

/** Tells the page and its developer of a fault that is not the shopper's. */
export function report({ element }: Pick<ShoppableHost, 'element'>, error: ShoppableError): void {
  console.warn('[shoppable-video]', error.message, error.cause ?? '');
  element.dispatchEvent(new ErrorEvent(error));
}

/** A part that could not be loaded. */
export const reportChunk = (host: Pick<ShoppableHost, 'element'>) => (cause: unknown) =>
  report(host, new ShoppableError('chunk-failed', { cause }));
