/**
 * Lets one writer through at a time, in the order they came. SQLite has one write lock: without the gate a write on
 * the main thread would block the window for as long as a job's transaction lasts; behind it, it waits without blocking.
 */
export class WriteGate {
  #last: Promise<unknown> = Promise.resolve();
  #inside = 0;

  /** Runs `work` when everyone before it has left. A failure of one does not keep the next out. */
  async pass<T>(work: () => T | Promise<T>): Promise<T> {
    this.#inside += 1;
    const before = this.#last;
    const mine = before.then(work, work);
    this.#last = mine;
    try {
      return await mine;
    } finally {
      this.#inside -= 1;
    }
  }

  /** Somebody writes or waits to. */
  get isTaken(): boolean {
    return this.#inside > 0;
  }
}
