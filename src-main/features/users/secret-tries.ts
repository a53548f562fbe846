/** Wrong tries in a row that cost nothing: a slip of the finger. */
const freeTries = 5;
const firstWaitMs = 10_000;
const longestWaitMs = 300_000;

interface Tried {
  readonly wrong: number;
  readonly nextAtMs: number;
}

/**
 * Slows guessing down: after five wrong tries the next is heard only after ten seconds, then twenty, up to five minutes.
 * In memory: whoever restarts the app has lost that time as well.
 */
export class SecretTries {
  readonly #clockMs: () => number;
  readonly #tried = new Map<string, Tried>();

  /** `clockMs` only ever goes forward: a PC clock that is set back frees nobody and locks nobody out. */
  constructor(clockMs: () => number) {
    this.#clockMs = clockMs;
  }

  /** Seconds until a try is heard; 0: now. */
  waitSeconds(key: string): number {
    const tried = this.#tried.get(key);
    return tried ? Math.max(0, Math.ceil((tried.nextAtMs - this.#clockMs()) / 1000)) : 0;
  }

  /** Counts as wrong until `right` is called, so that many tries at once are not heard as one. */
  begin(key: string): void {
    const wrong = (this.#tried.get(key)?.wrong ?? 0) + 1;
    const waitMs = wrong < freeTries ? 0 : Math.min(firstWaitMs * 2 ** (wrong - freeTries), longestWaitMs);
    this.#tried.set(key, { wrong, nextAtMs: this.#clockMs() + waitMs });
  }

  right(key: string): void {
    this.#tried.delete(key);
  }
}
