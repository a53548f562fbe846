/**
 * A seeded source of chance (sfc32): the same seed gives the same book on any machine.
 * Never for ids of real books or anything secret.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Two sources of one seed differ when their `stream` differs: customer 7 looks the same in a book of 10 and of 1,000,000. */
  constructor(seed: number, stream = 0) {
    this.#a = mix(seed ^ 0x9e3779b9);
    this.#b = mix(stream ^ 0x85ebca6b);
    this.#c = mix(this.#a ^ (this.#b >>> 7));
    for (let round = 0; round < 8; round += 1) this.uint32();
  }

  uint32(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** 0 ≤ x < 1. */
  fraction(): number {
    return this.uint32() / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.fraction() * list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** Weights need not add up to anything. */
  weighted<T>(choices: readonly (readonly [item: T, weight: number])[]): T {
    let left = this.fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of choices) {
      left -= weight;
      if (left < 0) return item;
    }
    const last = choices.at(-1);
    if (!last) throw new RangeError('nothing to choose from');
    return last[0];
  }

  /** A UUIDv7 of that millisecond whose other bits come from this source. */
  id(ms: number): string {
    const time = Math.floor(ms / 65_536);
    const variant = (this.uint32() & 0x3fff_ffff) | 0x8000_0000;
    return (
      `${hex(time)}-${hex(ms).slice(4)}-7${hex(this.uint32()).slice(5)}-` +
      `${hex(variant).slice(0, 4)}-${hex(variant).slice(4)}${hex(this.uint32())}`
    );
  }
}

/** The last 32 bits as 8 digits. */
function hex(value: number): string {
  return ((value >>> 0) + 0x1_0000_0000).toString(16).slice(1);
}

function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
