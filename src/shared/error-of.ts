import type { ErrorCode, ShoppableError } from '../errors.js';

/** An error with its sentence, which is fetched only now: before anything fails the page need not carry it. */
export async function errorOf(
  code: ErrorCode,
  options: { path?: string; detail?: string; cause?: unknown } = {},
): Promise<ShoppableError> {
  try {
    const errors = await import('../errors.js');
    return new errors.ShoppableError(code, options);
  } catch {
    // Without a connection there is no sentence either; the code still says what the shopper is told.
    return Object.assign(new Error(code), { name: 'ShoppableError', code, ...options });
  }
}

/** Asked by name: the class itself may not have been loaded, or more than once. */
export const isOurs = (error: unknown): error is ShoppableError => (error as Error)?.name === 'ShoppableError';
