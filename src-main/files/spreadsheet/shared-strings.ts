import { LIMITS } from './limits.ts';
import { isCopiedAsIs, toLineText } from './line-text.ts';
import { tooBig } from './reading-failure.ts';
import type { RowLines } from './row-lines.ts';
import { TextCollector } from './text-collector.ts';
import { nameKey } from './xml-names.ts';
import type { XmlHandler } from './xml-scanner.ts';

const SI = nameKey('si');
const T = nameKey('t');
const PHONETIC = nameKey('rPh');

const BLOCK_BITS = 22;
const BLOCK_BYTES = 1 << BLOCK_BITS;

/**
 * The texts that cells refer to by number, ready to be copied into lines, in blocks of bytes outside the heap:
 * a million strings would weigh several times as much as objects.
 */
export class SharedStrings {
  #count = 0;
  /** Block number and place in the block, packed; blocks never move, so growing copies no text. */
  #starts = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  readonly #blocks: Buffer[] = [];
  #blockLength = 0;

  get count(): number {
    return this.#count;
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.#count >= LIMITS.sharedStrings) throw tooBig('shared_strings', LIMITS.sharedStrings);
    if (this.#count === this.#starts.length) this.#growIndex();
    if (length > BLOCK_BYTES) throw tooBig('text_bytes', LIMITS.textBytes);
    let block = this.#blocks.at(-1);
    if (block === undefined || this.#blockLength + length > BLOCK_BYTES) {
      block = Buffer.allocUnsafe(BLOCK_BYTES);
      this.#blocks.push(block);
      this.#blockLength = 0;
    }
    for (let i = 0; i < length; i++) block[this.#blockLength + i] = bytes[start + i] ?? 0;
    this.#starts[this.#count] = ((this.#blocks.length - 1) << BLOCK_BITS) | this.#blockLength;
    this.#lengths[this.#count] = length;
    this.#blockLength += length;
    this.#count++;
  }

  /** False when there is no such text. */
  writeTo(lines: RowLines, column: number, index: number): boolean {
    if (index >= this.#count) return false;
    const start = this.#starts[index] ?? 0;
    const block = this.#blocks[start >>> BLOCK_BITS];
    if (block === undefined) return false;
    lines.readyText(column, block, start & (BLOCK_BYTES - 1), this.#lengths[index] ?? 0);
    return true;
  }

  #growIndex(): void {
    const starts = new Uint32Array(this.#starts.length * 2);
    const lengths = new Uint32Array(this.#lengths.length * 2);
    starts.set(this.#starts);
    lengths.set(this.#lengths);
    this.#starts = starts;
    this.#lengths = lengths;
  }
}

/** Fills `strings` from xl/sharedStrings.xml: runs of rich text are joined, readings (phonetic) left out. */
export function sharedStringsHandler(strings: SharedStrings, part: string): XmlHandler {
  const text = new TextCollector();
  let isInText = false;
  let isInReading = false;
  return {
    open(name) {
      if (name === T) isInText = !isInReading;
      else if (name === SI) text.clear();
      else if (name === PHONETIC) isInReading = true;
    },
    close(name) {
      if (name === T) {
        isInText = false;
      } else if (name === PHONETIC) {
        isInReading = false;
      } else if (name === SI) {
        if (isCopiedAsIs(text.bytes, 0, text.length)) {
          strings.add(text.bytes, 0, text.length);
        } else {
          const ready = toLineText(text.bytes, 0, text.length, part);
          strings.add(ready, 0, ready.length);
        }
      }
    },
    text(bytes, start, end, isCdata) {
      if (isInText) text.append(bytes, start, end, isCdata);
    },
  };
}
