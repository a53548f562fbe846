import { describe, expect, it } from 'vitest';
import type { SheetRow } from './sheet-cell.ts';
import { spreadTallMerges } from './tall-merges.ts';
import type { MergedRange } from './workbook-info.ts';

function row(number: number, ...texts: readonly (string | null)[]): SheetRow {
  return { row: number, cells: texts.map((text) => (text === null ? null : { t: 's', v: text })) };
}

function merge(firstRow: number, lastRow: number, firstColumn = 1, lastColumn = firstColumn): MergedRange {
  return { firstRow, lastRow, firstColumn, lastColumn };
}

const spread = (rows: readonly SheetRow[], merges: readonly MergedRange[]) => [...spreadTallMerges(rows, merges, 3)];

describe('spreadTallMerges', () => {
  const rows = [row(3, '华成机电', '张三'), row(4, null, '李四'), row(5, null, '王五'), row(6, '德信五金', '赵六')];

  it('says the firm’s name in every row of its contacts', () => {
    expect(spread(rows, [merge(3, 5)])).toEqual([
      row(3, '华成机电', '张三'),
      row(4, '华成机电', '李四'),
      row(5, '华成机电', '王五'),
      row(6, '德信五金', '赵六'),
    ]);
  });

  it('leaves a blank cell blank where nothing is merged', () => {
    expect(spread(rows, [])).toEqual(rows);
  });

  it.each([
    ['of the headings', merge(2, 5)],
    ['across one row', merge(4, 4, 1, 2)],
    ['of which the first row holds nothing', merge(3, 5, 4)],
  ])('passes over a merge %s', (_what, range) => {
    expect(spread(rows, [range])).toEqual(rows);
  });

  it('fills the first column of a block and reaches beyond the row’s last cell', () => {
    const block = [row(3, '甲', '乙', '丙'), row(5, '丁')];
    expect(spread(block, [merge(3, 6, 3, 4)])).toEqual([block[0], row(5, '丁', null, '丙')]);
  });

  it('keeps what a cell inside a merge holds itself', () => {
    expect(spread([row(3, '甲'), row(4, '乙')], [merge(3, 4)])).toEqual([row(3, '甲'), row(4, '乙')]);
  });

  it('keeps a hidden row hidden', () => {
    const hidden: SheetRow = { ...row(4, null, '李四'), hidden: true };
    expect(spread([row(3, '甲'), hidden], [merge(3, 4)])[1]).toEqual({ ...row(4, '甲', '李四'), hidden: true });
  });
});
