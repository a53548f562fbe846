/**
 * A hybrid logical clock reading as text that sorts: 12 hex digits of Unix milliseconds, '-', 6 hex digits of a counter.
 * Readings of one book only ever grow, also when the PC's clock goes back; between devices the later wall clock wins.
 */
export type Hlc = string & { readonly __brand: 'Hlc' };

const pattern = /^[0-9a-f]{12}-[0-9a-f]{6}$/;
const counterLimit = 0x1000000;

export function isHlc(text: string): text is Hlc {
  return pattern.test(text);
}

/** Gives readings that are each greater than the one before and than `last`. */
export class HlcClock {
  #ms = 0;
  #counter = -1;
  #prefix = '000000000000-';

  /** `last` is the newest reading the book holds; null in a new book. Throws when it is no reading: the journal is damaged. */
  constructor(last: string | null = null) {
    if (last !== null) this.catchUp(last);
  }

  /** Makes the next reading greater than `seen`, which another connection or device wrote. */
  catchUp(seen: string): void {
    if (!isHlc(seen)) throw new Error(`'${seen}' is no clock reading`);
    const ms = Number.parseInt(seen.slice(0, 12), 16);
    const counter = Number.parseInt(seen.slice(13), 16);
    if (ms > this.#ms || (ms === this.#ms && counter > this.#counter)) this.#set(ms, counter);
  }

  next(nowMs: number): Hlc {
    if (nowMs > this.#ms) this.#set(nowMs, 0);
    else if (this.#counter + 1 < counterLimit) this.#counter += 1;
    else this.#set(this.#ms + 1, 0);
    // Safe: the two parts are padded hexadecimal.
    return (this.#prefix + this.#counter.toString(16).padStart(6, '0')) as Hlc;
  }

  #set(ms: number, counter: number): void {
    this.#ms = ms;
    this.#counter = counter;
    this.#prefix = `${ms.toString(16).padStart(12, '0')}-`;
  }
}
