import type { ErrorCode } from '../errors.js';
import { ErrorEvent } from '../events/error.js';
import type { ShoppableHost } from '../host/host.js';
import { errorOf, isOurs } from '../shared/error-of.js';
import { warnOnce } from '../shared/warn.js';

type Teller = Pick<ShoppableHost, 'element'>;

/** Tells the page and its developer of a fault that is not the shopper's. */
export async function report({ element }: Teller, cause: unknown, code: ErrorCode): Promise<void> {
  const error = isOurs(cause) ? cause : await errorOf(code, { detail: (cause as Error | undefined)?.message, cause });
  warnOnce(error.message, error.message, error.cause ?? '');
  element.dispatchEvent(new ErrorEvent(error));
}

/** A part that could not be loaded. */
export const reportChunk = (host: Teller) => (cause: unknown) => void report(host, cause, 'chunk-failed');

/** A handler or adapter of the page that failed. */
export const reportHandler = (host: Teller) => (cause: unknown) => void report(host, cause, 'cart-handler');
