/**
 * Which item of a rail an arrow key leads to: one Tab stop for the whole rail, arrows within it (ARIA Authoring
 * Practices, "roving tabindex"). Right is forward, but for scripts that run from right to left.
 * @returns undefined for keys that mean nothing here
 */
export function indexAfter(key: string, index: number, count: number, rtl: boolean): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: rtl ? index - 1 : index + 1,
    ArrowLeft: rtl ? index + 1 : index - 1,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? undefined : Math.min(count - 1, Math.max(0, next));
}
