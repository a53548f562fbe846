import type { ReadDb } from '../../../db/open.ts';
import { users } from '../../../db/schema/book.ts';
import type { ReportSheet } from '../../files/workbook/workbook-plan.ts';
import { agingSheets } from './aging-sheets.ts';
import { balancesSheet } from './balances-sheet.ts';
import type { MoneyReportPlan, ReportReader } from './money-report-parts.ts';
import { namesOf } from './names-of.ts';
import { paymentsSheet } from './payments-sheet.ts';
import { reportCustomers } from './report-customers.ts';
import { salesSheet } from './sales-sheet.ts';

/** The sheets of a report; their rows are read as they are written. Null: it was stopped. */
export function moneyReportSheets(
  db: ReadDb,
  plan: MoneyReportPlan,
  isStopped: () => boolean,
): readonly ReportSheet[] | null {
  const { report, words, actor } = plan;
  const reader: ReportReader = {
    ...plan,
    db,
    customers: reportCustomers(db, actor, words),
    userName: namesOf(db, users),
  };
  switch (report.kind) {
    case 'aging':
      return agingSheets(reader, report.asOf, isStopped);
    case 'payments':
      return [paymentsSheet(reader, report)];
    case 'sales':
      return [salesSheet(reader, report)];
    case 'balances':
      return [balancesSheet(reader, report)];
  }
}
