import type { BalancePeriod } from '../../../db/queries/money/balance-rows.ts';
import { salesExportRows } from '../../../db/queries/money/sales-export-rows.ts';
import { maySeeCost } from '../../../src-shared/products/may-see-cost.ts';
import type { Cell, ReportSheet } from '../../files/workbook/workbook-plan.ts';
import { type Column, dayCell, type ReportReader, sheetOf } from './money-report-parts.ts';

/** 销售明细, with what the goods cost for who may see it. */
export function salesSheet(reader: ReportReader, period: BalancePeriod): ReportSheet {
  const withCost = maySeeCost(reader.actor.role);
  const columns = withCost ? [...saleColumns, ...costColumns] : saleColumns;
  return sheetOf(reader, 'sales', 'sales', columns, saleCells(reader, period, withCost));
}

const saleColumns: readonly Column[] = [
  ['on', 'date'],
  ['kind', 'text'],
  ['orderNo', 'text'],
  ['customer', 'text'],
  ['salesperson', 'text'],
  ['code', 'text'],
  ['product', 'text'],
  ['spec', 'text'],
  ['unit', 'text'],
  ['quantity', 'quantity'],
  ['price', 'price'],
  ['discount', 'percent'],
  ['amount', 'money', 'total'],
  ['note', 'text'],
];
/** Only for who may see what goods cost. */
const costColumns: readonly Column[] = [
  ['cost', 'money', 'total'],
  ['profit', 'money', 'total'],
];

function* saleCells(
  { db, customers, words, userName }: ReportReader,
  period: BalancePeriod,
  withCost: boolean,
): Generator<readonly Cell[]> {
  for (const row of salesExportRows(db, period, words.return)) {
    const who = customers.get(row.customerId);
    if (!who) continue;
    const cells: Cell[] = [
      dayCell(row.on),
      words[row.kind],
      row.orderNo,
      who.name,
      row.salespersonId === null ? null : userName(row.salespersonId),
      row.code,
      row.title,
      row.spec,
      row.unit,
      row.quantityE3,
      row.unitPriceE4,
      row.discountBp === 0 ? null : row.discountBp,
      row.amountFen,
      row.note,
    ];
    // A line whose cost nobody knows has no profit either: a guess would be added up as if it were known.
    if (withCost) cells.push(row.costFen, row.costFen === null ? null : row.amountFen - row.costFen);
    yield cells;
  }
}
