/**
 * A part that comes later: undefined until it is there, and drawn then.
 * @param load asked once, at the first use
 */
export function createLazy<T>(load: () => Promise<T>, draw: () => void, report: (cause: unknown) => void) {
  let part: T | undefined;
  let asked = false;
  return (): T | undefined => {
    if (!asked) {
      asked = true;
      load().then((loaded) => {
        part = loaded;
        draw();
      }, report);
    }
    return part;
  };
}
