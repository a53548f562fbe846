import { describe, expect, it } from 'vitest';
import { carryDown } from './carry-down.ts';
import type { ImportTarget } from './import-target.ts';
import { ordersTarget } from './orders-target.ts';
import { paymentsTarget } from './payments-target.ts';
import type { RowPlan } from './read-row.ts';
import { cellText } from './sheet-cell.ts';
import { type PlainRow, sheetOf } from './testing/sheet-builders.ts';

const fields = ['orderNo', 'customer', 'issuedOn', 'product', 'amount'];
const plan: RowPlan = {
  columns: fields.map((field, column) => ({ column, heading: field, field, answers: {} })),
  includeHiddenRows: false,
};

function carried(rows: readonly PlainRow[], target: ImportTarget = ordersTarget): readonly string[] {
  return [...carryDown(sheetOf(...rows), plan, target)].map(({ row, cells }) =>
    [row, ...cells.map((cell) => cellText(cell))].join('|'),
  );
}

describe('carryDown', () => {
  it('says at each line of an order what its head says once', () => {
    const rows = [
      ['XS-1', '王记', '2026-03-05', '合页', 10],
      [null, null, null, '门锁', 20],
      [null, null, null, '螺丝', 30],
      ['XS-2', '万顺', '2026-03-06', '合页', 40],
      [null, null, null, '滑轨', 50],
    ];
    expect(carried(rows)).toEqual([
      '1|XS-1|王记|2026-03-05|合页|10',
      '2|XS-1|王记|2026-03-05|门锁|20',
      '3|XS-1|王记|2026-03-05|螺丝|30',
      '4|XS-2|万顺|2026-03-06|合页|40',
      '5|XS-2|万顺|2026-03-06|滑轨|50',
    ]);
  });

  it('fills what a row leaves blank beside the number of the row above, however that is written', () => {
    const rows = [
      ['XS-1', '王记', '2026-03-05', '合页', 10],
      [' xs-1 ', null, '2026-03-07', '门锁', 20],
    ];
    expect(carried(rows)[1]).toBe('2| xs-1 |王记|2026-03-07|门锁|20');
  });

  it('fills nothing of a row that names a customer or another number of its own', () => {
    const rows = [
      ['XS-1', '王记', '2026-03-05', '合页', 10],
      [null, '万顺', null, '门锁', 20],
      ['XS-3', null, null, '螺丝', 30],
    ];
    expect(carried(rows).slice(1)).toEqual(['2||万顺||门锁|20', '3|XS-3|||螺丝|30']);
  });

  it('takes no total for a line, nor lets it or an empty row part an order', () => {
    const rows = [
      ['XS-1', '王记', '2026-03-05', '合页', 10],
      [null, null, null, '小计', 10],
      [null, null, null, null, null],
      [null, null, null, '门锁', 20],
    ];
    const [, total, empty, line] = carried(rows);
    expect([total, empty, line]).toEqual(['2||||小计|10', '3|||||', '4|XS-1|王记|2026-03-05|门锁|20']);
  });

  it('lends nothing to a first row without a head', () => {
    expect(carried([[null, null, null, '合页', 10]])).toEqual(['1||||合页|10']);
  });

  it('reaches columns that a short row does not have', () => {
    const rowsOfHeadLast: RowPlan = {
      columns: [
        { column: 0, heading: '品名', field: 'product', answers: {} },
        { column: 2, heading: '单号', field: 'orderNo', answers: {} },
      ],
      includeHiddenRows: false,
    };
    const [, short] = [...carryDown(sheetOf(['合页', 1, 'XS-1'], ['门锁']), rowsOfHeadLast, ordersTarget)];
    expect(short?.cells.map((cell) => cellText(cell))).toEqual(['门锁', '', 'XS-1']);
  });

  it('leaves the rows of a target alone whose every row is a record', () => {
    const rows = [
      ['P-1', '王记', '2026-03-05', null, 10],
      [null, null, null, null, 20],
    ];
    expect(carried(rows, paymentsTarget)[1]).toBe('2|||||20');
  });
});
