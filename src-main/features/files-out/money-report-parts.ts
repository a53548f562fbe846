import type { ReadDb } from '../../../db/open.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { MoneyReport, MoneyReportWord, MoneyReportWords } from '../../../src-shared/files-out/money-reports.ts';
import type { Cell, ColumnKind, ReportColumn, ReportSheet } from '../../files/workbook/workbook-plan.ts';
import type { Actor } from '../../ipc/actor.ts';
import { filledIn } from './filled-in.ts';
import type { ReportCustomer } from './report-customers.ts';

export interface MoneyReportPlan {
  readonly report: MoneyReport;
  readonly words: MoneyReportWords;
  readonly actor: Actor;
  /** IANA; the book's. */
  readonly timeZone: string;
  /** Null: the firm has not been named. */
  readonly companyName: string | null;
}

/** What all sheets of a report are made from. */
export interface ReportReader extends MoneyReportPlan {
  readonly db: ReadDb;
  readonly customers: ReadonlyMap<Id, ReportCustomer>;
  readonly userName: (id: Id) => string;
}

export type Column = readonly [word: MoneyReportWord, kind: ColumnKind, total?: 'total'];

export function sheetOf(
  { report, words, companyName }: ReportReader,
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

export function dayCell(day: CalendarDate | null): Cell {
  return day === null ? null : { day, time: '00:00' };
}
