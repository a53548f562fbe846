/**
 * A UUIDv7 as lower-case text. Sorting ids sorts by the millisecond they were made in.
 * Branded per entity by intersection where a mix-up would hurt; plain `Id` elsewhere.
 */
export type Id = string;

type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const maxMs = 2 ** 48 - 1;

/**
 * A maker of UUIDv7 (RFC 9562 §5.7, method 1): 48 bits of Unix milliseconds, then a 12-bit counter, then 62 random
 * bits. Ids of one maker always ascend: within a millisecond by the counter, past 4,096 of them by borrowing the next
 * millisecond, and after the clock went backwards by staying at the latest one seen.
 * A maker of its own with a fixed clock and a seeded `fill` gives the same ids twice.
 */
export function createIdMaker(fill: FillRandom = fillRandom): (nowMs: number) => Id {
  const bytes = new Uint8Array(10);
  const b = (index: number) => bytes[index] ?? 0;
  const h = (value: number) => hex[value & 0xff];
  let lastMs = -1;
  let sequence = 0;
  return (nowMs) => {
    const ms = Math.floor(nowMs);
    if (!(ms >= 0 && ms <= maxMs)) throw new RangeError(`${nowMs} is no time for an id`);
    fill(bytes);
    // A fresh millisecond starts in the lower half of the counter, so that it has room for at least 2,048 more.
    const start = ((b(0) & 0x07) << 8) | b(1);
    if (ms > lastMs) {
      lastMs = ms;
      sequence = start;
    } else if (sequence < 0xfff) {
      sequence += 1;
    } else {
      lastMs += 1;
      sequence = start;
    }
    const time = lastMs.toString(16).padStart(12, '0');
    return (
      `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-` +
      `${h((b(2) & 0x3f) | 0x80)}${h(b(3))}-${h(b(4))}${h(b(5))}${h(b(6))}${h(b(7))}${h(b(8))}${h(b(9))}`
    );
  };
}

const makeId = createIdMaker();

/** The next id of this process. Ids ascend in the order they were asked for, whatever the clock does. */
export function newId(nowMs: number = Date.now()): Id {
  return makeId(nowMs);
}

/** One call to the system gives the bytes of many ids: a call for each would be half the cost of an id. */
const pool = new Uint8Array(8_000);
let used = pool.length;

function fillRandom(bytes: Uint8Array): void {
  if (used + bytes.length > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  bytes.set(pool.subarray(used, used + bytes.length));
  used += bytes.length;
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isId(text: string): text is Id {
  return pattern.test(text);
}
