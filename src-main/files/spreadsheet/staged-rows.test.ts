import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RowLines } from './row-lines.ts';
import { readStagedRows } from './staged-rows.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben-staged-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is read back after these texts, escaped as XML wants them, were put aside; null for a blank cell. */
function roundTrip(rows: readonly (readonly (string | null)[])[]): (string | null)[][] {
  const blocks: Buffer[] = [];
  const lines = new RowLines('part', (block) => blocks.push(Buffer.from(block)));
  for (const [i, texts] of rows.entries()) {
    lines.beginRow(i + 1, false);
    for (const [column, text] of texts.entries()) {
      if (text === null) continue;
      const xml = Buffer.from(
        text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;').replaceAll('_x', '_x005F_x'),
      );
      lines.xmlText(column, xml, 0, xml.length);
    }
    lines.endRow();
  }
  lines.flush();
  const file = join(folder, 'rows');
  writeFileSync(file, Buffer.concat(blocks));
  return [...readStagedRows(file)].map(({ cells }) => cells.map((cell) => (cell?.t === 's' ? cell.v : null)));
}

describe('readStagedRows', () => {
  it('gives back every text that was put aside, character by character', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({
        unit: fc.constantFrom('\\', 't', 'n', '\t', '\n', '\r', '_', 'x', '0', '4', '1', 'h', '客', '&', '<'),
        minLength: 1,
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(fc.option(text), { minLength: 1, maxLength: 5 })), (rows) => {
        const expected = rows.flatMap((row) => {
          const last = row.findLastIndex((cell) => cell !== null);
          return last === -1 ? [] : [row.slice(0, last + 1).map((cell) => cell?.replaceAll('\r\n', '\n') ?? null)];
        });
        expect(roundTrip(rows)).toEqual(expected);
      }),
    );
  });

  it('reads rows longer than its block, and blocks that end inside a character of another row', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ['客'.repeat(i * 9_973), `户${i}`]);
    const found = roundTrip(rows.map(([first = '', second = '']) => [first === '' ? null : first, second]));
    expect(found.map(([first, second]) => [first ?? '', second])).toEqual(rows);
    const huge = ['一'.repeat(1_000_000), '二'.repeat(1_000_000), '三'.repeat(1_000_000)];
    expect(roundTrip([huge, ['完']])).toEqual([huge, ['完']]);
  });

  it('closes its file when the import stops half way', () => {
    roundTrip([['一'], ['二']]);
    for (const row of readStagedRows(join(folder, 'rows'))) {
      expect(row.row).toBe(1);
      break;
    }
    // On Windows an open file could not be written again; here the descriptor would leak.
    expect(roundTrip([['三']])).toEqual([['三']]);
  });
});
