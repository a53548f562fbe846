import type { ReadDb } from '../../../db/open.ts';
import { agingTable } from '../../../db/queries/money/aging.ts';
import { agingRows } from '../../../db/queries/money/aging-rows.ts';
import type { AgingTable } from '../../../db/queries/money/aging-table.ts';
import { type BalancePeriod, balanceRows } from '../../../db/queries/money/balance-rows.ts';
import { openExportRows } from '../../../db/queries/money/open-export-rows.ts';
import { paymentExportRows } from '../../../db/queries/money/payment-export-rows.ts';
import { salesExportRows } from '../../../db/queries/money/sales-export-rows.ts';
import { users } from '../../../db/schema/book.ts';
import { type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { MoneyReport, MoneyReportWord, MoneyReportWords } from '../../../src-shared/files-out/money-reports.ts';
import { maySeeCost } from '../../../src-shared/products/may-see-cost.ts';
import { agingBuckets } from '../../../src-shared/receivables/balances.ts';
import type { Cell, ColumnKind, ReportColumn, ReportSheet } from '../../files/workbook/workbook-plan.ts';
import type { Actor } from '../../ipc/actor.ts';
import { filledIn } from './filled-in.ts';
import { namesOf } from './names-of.ts';
import { type ReportCustomer, reportCustomers } from './report-customers.ts';

export interface MoneyReportPlan {
  readonly report: MoneyReport;
  readonly words: MoneyReportWords;
  readonly actor: Actor;
  /** IANA; the book's. */
  readonly timeZone: string;
  /** Null: the firm has not been named. */
  readonly companyName: string | null;
}

interface Reader extends MoneyReportPlan {
  readonly db: ReadDb;
  readonly customers: ReadonlyMap<Id, ReportCustomer>;
  readonly userName: (id: Id) => string;
}

type Column = readonly [word: MoneyReportWord, kind: ColumnKind, total?: 'total'];

/** The sheets of a report; their rows are read as they are written. Null: it was stopped. */
export function moneyReportSheets(
  db: ReadDb,
  plan: MoneyReportPlan,
  isStopped: () => boolean,
): readonly ReportSheet[] | null {
  const { report, words, actor } = plan;
  const reader: Reader = { ...plan, db, customers: reportCustomers(db, actor, words), userName: namesOf(db, users) };
  switch (report.kind) {
    case 'aging': {
      const table = agingOf(reader, report.asOf, isStopped);
      return table && [agingSheet(reader, table), behindSheet(reader, report.asOf)];
    }
    case 'payments':
      return [sheetOf(reader, 'payments', 'payments', paymentColumns, paymentCells(reader, report))];
    case 'sales': {
      const withCost = maySeeCost(actor.role);
      const columns = withCost ? [...saleColumns, ...costColumns] : saleColumns;
      return [sheetOf(reader, 'sales', 'sales', columns, saleCells(reader, report, withCost))];
    }
    case 'balances':
      return [sheetOf(reader, 'balances', 'balances', balanceColumns, balanceCells(reader, report))];
  }
}

function sheetOf(
  { report, words, companyName }: Reader,
  name: MoneyReportWord,
  title: MoneyReportWord,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
): ReportSheet {
  const when =
    report.kind === 'aging'
      ? filledIn(words.asOf, { day: report.asOf })
      : filledIn(words.period, { from: report.from, to: report.to });
  return {
    sheetName: words[name],
    title: words[title],
    about: [companyName, when].filter(Boolean).join(' · '),
    columns: columns.map(
      ([word, kind, total]): ReportColumn => ({ header: words[word], kind, isTotalled: total === 'total' }),
    ),
    rows,
    totalLabel: words.total,
  };
}

function dayCell(day: CalendarDate | null): Cell {
  return day === null ? null : { day, time: '00:00' };
}

function agingOf({ db, actor, timeZone }: Reader, asOf: CalendarDate, isStopped: () => boolean): AgingTable | null {
  const owners = actor.reach === 'own' ? [actor.userId, null] : undefined;
  const everything = { customerId: null, tierIds: undefined, search: '', buckets: undefined };
  const order = { ...everything, today: actor.today, timeZone, asOf, owners, onlyOverdue: false, withPrepaid: true };
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

function agingSheet(reader: Reader, table: AgingTable): ReportSheet {
  return sheetOf(reader, 'aging', 'aging', agingColumns, agingCells(reader, table));
}

function* agingCells({ db, customers, words }: Reader, table: AgingTable): Generator<readonly Cell[]> {
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

function behindSheet(reader: Reader, asOf: CalendarDate): ReportSheet {
  return sheetOf(reader, 'behind', 'behind', behindColumns, behindCells(reader, asOf));
}

function* behindCells({ db, customers, words }: Reader, asOf: CalendarDate): Generator<readonly Cell[]> {
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

function* paymentCells({ db, customers, words, userName }: Reader, period: BalancePeriod): Generator<readonly Cell[]> {
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
  { db, customers, words, userName }: Reader,
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

const balanceColumns: readonly Column[] = [
  ['customer', 'text'],
  ['tier', 'text'],
  ['owner', 'text'],
  ['opening', 'money', 'total'],
  ['charged', 'money', 'total'],
  ['settled', 'money', 'total'],
  ['closing', 'money', 'total'],
  ['prepaid', 'money', 'total'],
];

function* balanceCells({ db, customers }: Reader, period: BalancePeriod): Generator<readonly Cell[]> {
  const balances = balanceRows(db, period);
  const named = [...balances.values()].flatMap((balance) => {
    const who = customers.get(balance.customerId);
    return who ? [{ balance, who }] : [];
  });
  named.sort((a, b) => (a.who.nameKey < b.who.nameKey ? -1 : Number(a.who.nameKey > b.who.nameKey)));
  for (const { balance, who } of named) {
    const { openingFen, chargedFen, settledFen, closingFen, prepaidFen } = balance;
    yield [who.name, who.tier, who.owner, openingFen, chargedFen, settledFen, closingFen, prepaidFen];
  }
}
