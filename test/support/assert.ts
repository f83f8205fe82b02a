/** `node:assert`, as far as the browser tests need it. Objects are compared by their JSON. */
class AssertionError extends Error {
  override readonly name = 'AssertionError';
  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
  }
}

const show = (value: unknown) =>
  value instanceof Element ? `<${value.localName}>` : (JSON.stringify(value) ?? String(value));

export function ok(value: unknown, message = `expected something true, got ${show(value)}`): asserts value {
  if (!value) throw new AssertionError(message);
}

export function equal<T>(actual: T, expected: T, what = 'value'): void {
  if (Object.is(actual, expected)) return;
  throw new AssertionError(`${what}: expected ${show(expected)}, got ${show(actual)}`, actual, expected);
}

export function deepEqual<T>(actual: T, expected: T, what = 'value'): void {
  if (show(actual) === show(expected)) return;
  throw new AssertionError(`${what}: expected ${show(expected)}, got ${show(actual)}`, actual, expected);
}

export function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text))
    throw new AssertionError(message ?? `expected ${pattern}, got ${show(text)}`, text, String(pattern));
}
