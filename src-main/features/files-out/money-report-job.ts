import { countSalesRows } from '../../../db/queries/money/sales-export-rows.ts';
import { err } from '../../../src-shared/core/result.ts';
import { writeReport } from '../../files/workbook/write-report.ts';
import type { WrittenWorkbook } from '../../files/workbook/write-workbook.ts';
import type { Job } from '../../jobs/job.ts';
import type { MoneyReportPlan } from './money-report-parts.ts';
import { moneyReportSheets } from './money-report-sheets.ts';

export interface MoneyReportOrder extends MoneyReportPlan {
  readonly path: string;
}

/** 应收账龄, 回款明细, 销售明细, 客户余额表 as a workbook: all of it as it was at one moment. */
export const moneyReportJob: Job<MoneyReportOrder, WrittenWorkbook> = async ({ path, ...plan }, control) => {
  const opened = control.openBook('read');
  if (!opened.ok) return opened;
  const db = opened.value;
  control.progress({ stage: 'reading', fraction: null, done: null, total: null, leftMs: null });
  // One read transaction: without it the rows of the second sheet could be newer than those of the first.
  db.sqlite.prepare('BEGIN').run();
  try {
    const { report } = plan;
    const total = report.kind === 'sales' ? countSalesRows(db, report) : null;
    const sheets = moneyReportSheets(db, plan, control.isCancelled);
    if (!sheets) return err({ kind: 'cancelled' });
    return await writeReport(path, sheets, {
      isCancelled: control.isCancelled,
      written: (done) => {
        const fraction = total === null || total === 0 ? null : Math.min(1, done / total);
        control.progress({ stage: 'writing', fraction, done, total, leftMs: null });
      },
    });
  } finally {
    db.sqlite.prepare('COMMIT').run();
  }
};
