import { LIMITS } from './limits.ts';
import { damaged, ReadingFailure, tooBig } from './reading-failure.ts';
import { extendNameKey, NAME_SEED } from './xml-names.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const SPACE = 0x20;

/**
 * Told what the scanner meets. Names are keys of xml-names.ts. Text comes in pieces, still escaped,
 * cut anywhere, even inside a character: collect the bytes and decode them when the element closes.
 */
export type XmlHandler = {
  readonly open: (name: number, scanner: XmlScanner) => void;
  readonly close: (name: number) => void;
  readonly text: (bytes: Uint8Array, start: number, end: number, isCdata: boolean) => void;
};

/** What the scanner is inside of when a chunk ends. */
type Inside = 'content' | 'comment' | 'cdata' | 'instruction';
const TERMINATORS = { comment: '-->', cdata: ']]>', instruction: '?>' } as const;

/**
 * Reads XML as UTF-8 bytes, chunk by chunk, in constant memory: no tree, no recursion, no entity of the
 * document's own. It knows as much of XML as spreadsheets use and refuses a DOCTYPE. It checks that elements
 * nest in number, not that each end tag repeats its name: a wrong name changes nothing for the handlers.
 */
export class XmlScanner {
  /** After nextAttribute(): the local name, and where the value lies in `bytes` (still escaped). */
  attributeName = 0;
  valueStart = 0;
  valueEnd = 0;
  bytes: Buffer = Buffer.allocUnsafe(512 * 1024);

  readonly #handler: XmlHandler;
  readonly #part: string;
  #length = 0;
  #inside: Inside = 'content';
  #depth = 0;
  #sawElement = false;
  /** Name, begin and end of each attribute's value, one after the other. */
  #attributeSpans = new Int32Array(3 * 32);
  #attributeAt = 0;
  #attributesEnd = 0;

  /** `part` is the name given in problems. */
  constructor(part: string, handler: XmlHandler) {
    this.#part = part;
    this.#handler = handler;
  }

  write(chunk: Uint8Array): void {
    const needed = this.#length + chunk.length;
    if (needed > this.bytes.length) {
      const grown = Buffer.allocUnsafe(needed * 2);
      grown.set(this.bytes.subarray(0, this.#length));
      this.bytes = grown;
    }
    this.bytes.set(chunk, this.#length);
    this.#length = needed;
    const consumed = this.#scan(needed);
    if (needed - consumed > LIMITS.textBytes) throw tooBig('text_bytes', LIMITS.textBytes);
    this.bytes.copyWithin(0, consumed, needed);
    this.#length = needed - consumed;
  }

  /** Call after the last chunk: a document cut short is damaged. */
  finish(): void {
    if (this.#length > 0 || this.#inside !== 'content' || this.#depth !== 0 || !this.#sawElement)
      throw damaged(this.#part);
  }

  /** Steps to the next attribute of the tag being opened; only valid inside `open`. */
  nextAttribute(): boolean {
    const at = this.#attributeAt;
    if (at >= this.#attributesEnd) return false;
    const spans = this.#attributeSpans;
    this.attributeName = spans[at] ?? 0;
    this.valueStart = spans[at + 1] ?? 0;
    this.valueEnd = spans[at + 2] ?? 0;
    this.#attributeAt = at + 3;
    return true;
  }

  /** Returns how many bytes are done with; the rest is an unfinished tag or terminator. */
  #scan(end: number): number {
    const bytes = this.bytes;
    let at = 0;
    while (at < end) {
      const inside = this.#inside;
      if (inside !== 'content') {
        at = this.#leaveSpecial(inside, at, end);
        if (this.#inside !== 'content') return at;
      } else if (byteAt(bytes, at) !== LT) {
        const start = at;
        while (at < end && byteAt(bytes, at) !== LT) at++;
        this.#handler.text(bytes, start, at, false);
      } else {
        const next = this.#scanTag(at, end);
        if (next === -1) return at;
        at = next;
      }
    }
    return at;
  }

  /** Skips a comment or instruction, hands on CDATA; keeps back what may be half a terminator. */
  #leaveSpecial(inside: Exclude<Inside, 'content'>, at: number, end: number): number {
    const terminator = TERMINATORS[inside];
    const found = this.bytes.subarray(0, end).indexOf(terminator, at);
    const stop = found === -1 ? Math.max(at, end - (terminator.length - 1)) : found;
    if (inside === 'cdata' && stop > at) this.#handler.text(this.bytes, at, stop, true);
    if (found === -1) return stop;
    this.#inside = 'content';
    return found + terminator.length;
  }

  /** Returns the place after the tag that begins at `at`, or -1 when its end is not here yet. */
  #scanTag(at: number, end: number): number {
    const bytes = this.bytes;
    const first = at + 1 < end ? byteAt(bytes, at + 1) : -1;
    if (first === -1) return -1;
    if (first === 0x3f || first === 0x21) return this.#enterSpecial(at, end, first);

    const isEnd = first === SLASH;
    let i = isEnd ? at + 2 : at + 1;
    let name = NAME_SEED;
    let byte = 0;
    for (; i < end; i++) {
      byte = byteAt(bytes, i);
      if (byte <= SPACE || byte === GT || byte === SLASH) break;
      name = byte === COLON ? NAME_SEED : extendNameKey(name, byte);
    }
    this.#attributeAt = 0;
    this.#attributesEnd = 0;
    const tagEnd = byte === GT ? i : this.#scanAttributes(i, end);
    if (tagEnd === -1 || tagEnd >= end) return -1;
    if (isEnd) {
      this.#closeElement(name);
      return tagEnd + 1;
    }
    this.#sawElement = true;
    this.#depth++;
    this.#handler.open(name, this);
    if (byteAt(bytes, tagEnd - 1) === SLASH) this.#closeElement(name);
    return tagEnd + 1;
  }

  /** Notes the attributes from `at` on; returns the place of the tag's `>`, or -1 when it is not here yet. */
  #scanAttributes(at: number, end: number): number {
    const bytes = this.bytes;
    let count = 0;
    let i = at;
    while (i < end) {
      const byte = byteAt(bytes, i);
      if (byte === GT) {
        this.#attributesEnd = count;
        return i;
      }
      if (byte <= SPACE || byte === SLASH) {
        i++;
        continue;
      }
      let name = NAME_SEED;
      for (; i < end; i++) {
        const letter = byteAt(bytes, i);
        if (letter === EQUALS || letter <= SPACE) break;
        if (letter === GT || letter === LT) throw damaged(this.#part);
        name = letter === COLON ? NAME_SEED : extendNameKey(name, letter);
      }
      while (i < end && (byteAt(bytes, i) <= SPACE || byteAt(bytes, i) === EQUALS)) i++;
      if (i >= end) return -1;
      const quote = byteAt(bytes, i);
      if (quote !== QUOTE && quote !== APOSTROPHE) throw damaged(this.#part);
      const start = ++i;
      while (i < end && byteAt(bytes, i) !== quote) i++;
      if (i >= end) return -1;
      this.#noteAttribute(count, name, start, i);
      count += 3;
      i++;
    }
    return -1;
  }

  #noteAttribute(at: number, name: number, start: number, end: number): void {
    if (at === this.#attributeSpans.length) {
      const grown = new Int32Array(at * 2);
      grown.set(this.#attributeSpans);
      this.#attributeSpans = grown;
    }
    this.#attributeSpans[at] = name;
    this.#attributeSpans[at + 1] = start;
    this.#attributeSpans[at + 2] = end;
  }

  #closeElement(name: number): void {
    if (--this.#depth < 0) throw damaged(this.#part);
    this.#handler.close(name);
  }

  #enterSpecial(at: number, end: number, first: number): number {
    if (first === 0x3f) {
      this.#inside = 'instruction';
      return at + 2;
    }
    const head = this.bytes.toString('latin1', at, Math.min(end, at + 9));
    if (head.startsWith('<!--')) {
      this.#inside = 'comment';
      return at + 4;
    }
    if (head === '<![CDATA[') {
      this.#inside = 'cdata';
      return at + 9;
    }
    if (head.toUpperCase() === '<!DOCTYPE') throw new ReadingFailure({ kind: 'unsafe_xml', part: this.#part });
    if (head.length < 9) return -1;
    throw damaged(this.#part);
  }
}

/** Every index is checked by its loop; the fallback only satisfies the compiler and is folded away. */
function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
