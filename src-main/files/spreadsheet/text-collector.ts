import { LIMITS } from './limits.ts';
import { tooBig } from './reading-failure.ts';

const AMPERSAND = 0x26;
const ESCAPED_AMPERSAND = Buffer.from('&amp;');

/**
 * Gathers the text of one element, which may come in many pieces (chunk ends, CDATA, rich text runs),
 * as escaped XML bytes. The buffer is reused: read it before the next clear().
 */
export class TextCollector {
  bytes: Buffer = Buffer.allocUnsafe(64 * 1024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  append(source: Uint8Array, start: number, end: number, isCdata: boolean): void {
    if (isCdata) {
      this.#appendCdata(source, start, end);
      return;
    }
    this.#reserve(end - start);
    const bytes = this.bytes;
    let length = this.length;
    for (let i = start; i < end; i++) bytes[length++] = source[i] ?? 0;
    this.length = length;
  }

  /** In CDATA an ampersand means itself, so it is escaped here: afterwards all text is of one kind. */
  #appendCdata(source: Uint8Array, start: number, end: number): void {
    for (let i = start; i < end; i++) {
      const byte = source[i] ?? 0;
      if (byte === AMPERSAND) {
        this.#reserve(ESCAPED_AMPERSAND.length);
        this.bytes.set(ESCAPED_AMPERSAND, this.length);
        this.length += ESCAPED_AMPERSAND.length;
      } else {
        this.#reserve(1);
        this.bytes[this.length++] = byte;
      }
    }
  }

  #reserve(extra: number): void {
    const needed = this.length + extra;
    if (needed > LIMITS.textBytes) throw tooBig('text_bytes', LIMITS.textBytes);
    if (needed <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.min(LIMITS.textBytes, needed * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}
