import { makeBackupJob, restoreBackupJob, verifyBackupJob } from '../features/backups/backup-jobs.ts';
import { prepareBookJob } from '../features/book/prepare-book-job.ts';
import { writeSampleJob } from '../features/book/write-sample-job.ts';
import { moneyTotalsJob } from '../features/customers/money-totals-job.ts';
import { checkSheetJob } from '../features/files-in/check-sheet-job.ts';
import { problemRowsJob } from '../features/files-in/problem-rows-job.ts';
import { exportCustomersJob } from '../features/files-out/export-customers-job.ts';
import { moneyReportJob } from '../features/files-out/money-report-job.ts';
import { statementFilesJob } from '../features/files-out/statement-files-job.ts';
import { previewUndoJob, undoBatchJob } from '../features/history/undo-batch-job.ts';
import { ladderJob } from '../features/measures/ladder-job.ts';
import { regionsJob } from '../features/measures/regions.ts';
import { agingJob } from '../features/receivables/aging-job.ts';
import { callListJob } from '../features/receivables/call-list-job.ts';
import { moneyOfLaterDayJob } from '../features/receivables/money-of-later-day-job.ts';
import { paymentGradesJob } from '../features/receivables/payment-grades-job.ts';
import { statementJob } from '../features/receivables/statement-job.ts';
import { exportRfmJob } from '../features/tiers/export-rfm-job.ts';
import { previewTiersJob } from '../features/tiers/preview-tiers-job.ts';
import { rfmJob } from '../features/tiers/rfm-job.ts';
import { proposeVisitsJob } from '../features/visits/auto-plan-job.ts';
import { exportVisitsJob } from '../features/visits/export-visits-job.ts';
import { markForgottenPlansJob } from '../features/visits/mark-forgotten-plans.ts';
import { staleWarningsJob, writeWarningsJob } from '../features/warnings/warnings-jobs.ts';
import { winBackJob } from '../features/warnings/win-back-job.ts';
import { commitImportJob } from '../workflows/commit-import-job.ts';
import { largeChangeJob } from '../workflows/large-change-job.ts';
import { ledgerReadJob } from '../workflows/ledger-read-job.ts';
import { listImportedJob } from '../workflows/list-imported-job.ts';

/** Every job there is. Adding one: its function in a file of its feature, and a line here. */
export const jobKinds = {
  largeChange: largeChangeJob,
  undoBatch: undoBatchJob,
  previewUndo: previewUndoJob,
  checkSheet: checkSheetJob,
  commitImport: commitImportJob,
  listImported: listImportedJob,
  problemRows: problemRowsJob,
  exportCustomers: exportCustomersJob,
  exportVisits: exportVisitsJob,
  markForgottenPlans: markForgottenPlansJob,
  makeBackup: makeBackupJob,
  verifyBackup: verifyBackupJob,
  restoreBackup: restoreBackupJob,
  prepareBook: prepareBookJob,
  writeSample: writeSampleJob,
  moneyTotals: moneyTotalsJob,
  proposeVisits: proposeVisitsJob,
  previewTiers: previewTiersJob,
  rfm: rfmJob,
  exportRfm: exportRfmJob,
  ladder: ladderJob,
  regions: regionsJob,
  moneyOfLaterDay: moneyOfLaterDayJob,
  staleWarnings: staleWarningsJob,
  writeWarnings: writeWarningsJob,
  winBack: winBackJob,
  aging: agingJob,
  callList: callListJob,
  statement: statementJob,
  ledgerRead: ledgerReadJob,
  paymentGrades: paymentGradesJob,
  moneyReport: moneyReportJob,
  statementFiles: statementFilesJob,
};

export type JobKinds = typeof jobKinds;
export type JobKind = keyof JobKinds & string;
