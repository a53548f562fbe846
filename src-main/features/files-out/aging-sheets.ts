import { agingTable } from '../../../db/queries/money/aging.ts';
import { agingRows } from '../../../db/queries/money/aging-rows.ts';
import type { AgingTable } from '../../../db/queries/money/aging-table.ts';
import { everybodysAging } from '../../../db/queries/money/everybodys-aging.ts';
import { openExportRows } from '../../../db/queries/money/open-export-rows.ts';
import { type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import { agingBuckets } from '../../../src-shared/receivables/balances.ts';
import type { Cell, ReportSheet } from '../../files/workbook/workbook-plan.ts';
import { type Column, dayCell, type ReportReader, sheetOf } from './money-report-parts.ts';

/** 应收账龄 and the debts behind it. Null: it was stopped. */
export function agingSheets(
  reader: ReportReader,
  asOf: CalendarDate,
  isStopped: () => boolean,
): readonly ReportSheet[] | null {
  const table = agingOf(reader, asOf, isStopped);
  return table && [agingSheet(reader, table), behindSheet(reader, asOf)];
}

function agingOf(
  { db, actor, timeZone }: ReportReader,
  asOf: CalendarDate,
  isStopped: () => boolean,
): AgingTable | null {
  const owners = actor.reach === 'own' ? [actor.userId, null] : undefined;
  const order = { ...everybodysAging, today: actor.today, timeZone, asOf, owners };
  return agingTable(db, order, isStopped);
}

const agingColumns: readonly Column[] = [
  ['customer', 'text'],
  ['tier', 'text'],
  ['owner', 'text'],
  ...agingBuckets.map((bucket): Column => [bucket, 'money', 'total']),
  ['open', 'money', 'total'],
  ['overdue', 'money', 'total'],
  ['overdueDays', 'integer'],
  ['prepaid', 'money', 'total'],
  ['net', 'money', 'total'],
];
const rowsAtOnce = 500;

function agingSheet(reader: ReportReader, table: AgingTable): ReportSheet {
  return sheetOf(reader, 'aging', 'aging', agingColumns, agingCells(reader, table));
}

function* agingCells({ db, customers, words }: ReportReader, table: AgingTable): Generator<readonly Cell[]> {
  const sort = { key: 'open', direction: 'desc' } as const;
  for (let offset = 0; offset < table.rowCount; offset += rowsAtOnce) {
    for (const row of agingRows(db, table, { sort, offset, limit: rowsAtOnce })) {
      const who = customers.get(row.customerId);
      yield [
        who?.name ?? words.binned,
        who?.tier ?? words.withoutTier,
        who?.owner ?? words.noOwner,
        ...agingBuckets.map((bucket) => row.aging[bucket]),
        row.openFen,
        row.overdueFen,
        row.overdueDays === 0 ? null : row.overdueDays,
        row.prepaidFen,
        row.balanceFen,
      ];
    }
  }
}

const behindColumns: readonly Column[] = [
  ['customer', 'text'],
  ['owner', 'text'],
  ['number', 'text'],
  ['instalment', 'integer'],
  ['issuedOn', 'date'],
  ['dueOn', 'date'],
  ['overdueDays', 'integer'],
  ['amount', 'money', 'total'],
  ['open', 'money', 'total'],
  ['dispute', 'text'],
  ['note', 'text'],
];

function behindSheet(reader: ReportReader, asOf: CalendarDate): ReportSheet {
  return sheetOf(reader, 'behind', 'behind', behindColumns, behindCells(reader, asOf));
}

function* behindCells({ db, customers, words }: ReportReader, asOf: CalendarDate): Generator<readonly Cell[]> {
  for (const row of openExportRows(db, asOf)) {
    const who = customers.get(row.customerId);
    if (!who) continue;
    const late = daysBetween(row.dueOn, asOf);
    yield [
      who.name,
      who.owner,
      row.number ?? words.openingBalance,
      row.installmentNo,
      dayCell(row.issuedOn),
      dayCell(row.dueOn),
      late > 0 ? late : null,
      row.amountFen,
      row.openFen,
      row.disputeReason,
      row.note,
    ];
  }
}
