import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenWriter } from './token-writer.ts';

interface Asked {
  readonly letter: string;
  readonly text: string;
}

function written(writer: TokenWriter, asked: readonly Asked[]): string {
  for (const { letter, text } of asked) writer.add(letter, text, 0, text.length);
  return writer.take();
}

const plainly = (asked: readonly Asked[]): string =>
  [...new Set(asked.map(({ letter, text }) => letter + text))].join(' ');

describe('TokenWriter', () => {
  it('takes only the part of the text that it is told', () => {
    const writer = new TokenWriter();
    writer.add('n', '杭州王记', 1, 3);
    writer.add('n', '杭州王记', 3, 4);
    expect(writer.take()).toBe('n州王 n记');
  });

  it('gives each token once, record after record, as a set of texts would', () => {
    const token = fc.record({
      letter: fc.constantFrom('n', 'c', 't'),
      text: fc.oneof(fc.constantFrom('a', 'ab', '杭', '杭州', '𠮷'), fc.string({ unit: 'binary', maxLength: 6 })),
    });
    const writer = new TokenWriter();
    fc.assert(
      fc.property(fc.array(fc.array(token, { maxLength: 40 }), { maxLength: 6 }), (records) => {
        for (const asked of records) expect(written(writer, asked)).toBe(plainly(asked));
      }),
    );
  });

  it('makes room for a record of any size, and forgets it', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({ letter: 'n', text: `word ${index % 4_000}` }));
    const long = { letter: 't', text: '长'.repeat(30_000) };
    const writer = new TokenWriter();
    expect(written(writer, [...many, long, long])).toBe(plainly([...many, long]));
    expect(written(writer, many.slice(0, 3))).toBe('nword 0 nword 1 nword 2');
    expect(written(writer, [])).toBe('');
  });
});
