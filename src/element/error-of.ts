import type { ErrorCode, ShoppableError } from '../errors.js';

/** An error with its sentence, which is fetched only now: before anything fails the page need not carry it. */
export async function errorOf(code: ErrorCode, options: { detail?: string; cause?: unknown }): Promise<ShoppableError> {
  const errors = await import('../errors.js');
  return new errors.ShoppableError(code, options);
}
