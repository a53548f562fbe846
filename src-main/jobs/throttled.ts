/** Passes the first value at once and later ones at most every `everyMs`; those between are dropped, not queued. */
export function throttled<T>(
  everyMs: number,
  pass: (value: T) => void,
  nowMs: () => number = () => performance.now(),
): (value: T) => void {
  let lastMs = Number.NEGATIVE_INFINITY;
  return (value) => {
    const now = nowMs();
    if (now - lastMs < everyMs) return;
    lastMs = now;
    pass(value);
  };
}
