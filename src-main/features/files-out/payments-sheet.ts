import type { BalancePeriod } from '../../../db/queries/money/balance-rows.ts';
import { paymentExportRows } from '../../../db/queries/money/payment-export-rows.ts';
import type { Cell, ReportSheet } from '../../files/workbook/workbook-plan.ts';
import { type Column, dayCell, type ReportReader, sheetOf } from './money-report-parts.ts';

/** 回款明细. */
export function paymentsSheet(reader: ReportReader, period: BalancePeriod): ReportSheet {
  return sheetOf(reader, 'payments', 'payments', paymentColumns, paymentCells(reader, period));
}

const paymentColumns: readonly Column[] = [
  ['on', 'date'],
  ['customer', 'text'],
  ['owner', 'text'],
  ['kind', 'text'],
  ['method', 'text'],
  ['amount', 'money', 'total'],
  ['reference', 'text'],
  ['settles', 'text'],
  ['settledPart', 'money', 'total'],
  ['billNo', 'text'],
  ['billDueOn', 'date'],
  ['collectedBy', 'text'],
  ['note', 'text'],
];

function* paymentCells(
  { db, customers, words, userName }: ReportReader,
  period: BalancePeriod,
): Generator<readonly Cell[]> {
  for (const row of paymentExportRows(db, period, words.openingBalance)) {
    const who = customers.get(row.customerId);
    if (!who) continue;
    yield [
      dayCell(row.on),
      who.name,
      who.owner,
      row.isDeposit === 1 && row.kind === 'payment' ? words.deposit : words[row.kind],
      words[row.method],
      row.amountFen,
      row.reference,
      fitting(row.settles),
      row.settledFen,
      row.billNo,
      dayCell(row.billDueOn),
      row.collectedById === null ? null : userName(row.collectedById),
      row.note,
    ];
  }
}

/** A payment may settle thousands; a cell holds 32,767 characters, and a person reads far fewer. */
const longestList = 1_000;

function fitting(list: string | null): string | null {
  if (list === null || list.length <= longestList) return list;
  return `${list.slice(0, list.lastIndexOf(',', longestList))},…`;
}
