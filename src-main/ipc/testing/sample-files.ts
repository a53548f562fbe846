import { type CustomerColumn, customerColumns } from '../../../src-shared/customers/customer-list.ts';
import { moneyReportWords } from '../../../src-shared/files-out/money-reports.ts';
import { statementWords } from '../../../src-shared/files-out/statement-files.ts';
import { wordsOf } from '../../../src-shared/files-out/words-of.ts';
import type { SampleInputs } from './sample-inputs.ts';
import type { SampleScene } from './sample-scene.ts';

const aReportTable = {
  name: '客户阶梯',
  title: '客户阶梯',
  about: '2026-01-01 至 2026-03-05',
  totalLabel: '合计',
  columns: [{ header: '等级', kind: 'text' as const }],
  rows: [['A 级']],
};

function headers() {
  // Safe: one entry per column of the list.
  return Object.fromEntries(customerColumns.map((column) => [column, column])) as Record<CustomerColumn, string>;
}

/** Of files that come in and go out. */
export function sampleFiles({
  customerId,
  today,
  view,
  importId,
}: SampleScene): Pick<SampleInputs, 'imports' | 'exports'> {
  return {
    imports: {
      chooseFile: {},
      inspect: { path: '/nowhere/客户.xlsx' },
      plan: { importId, sheetIndex: 0 },
      check: { importId, mapping: { headerRow: 1, firstDataRow: 2, columns: [] }, matchKey: 'name' },
      rows: { importId, offset: 0, limit: 50 },
      setCell: { importId, row: 1, field: 'name', text: '华成机电' },
      decide: { importId, row: 1, decision: 'skip' },
      commit: { importId },
      saveProblemRows: { importId, reasonHeader: '原因', sheetName: '问题行', proposedName: '问题行', words: {} },
      discard: { importId },
      batches: {},
    },
    exports: {
      chooseFile: { proposedName: '客户.xlsx' },
      customers: {
        selection: { kind: 'view', view },
        columns: ['name', 'phone'],
        words: { sheetName: '客户', title: '客户', headers: headers(), withoutTier: '未分级' },
        path: '/nowhere/客户.xlsx',
      },
      showInFolder: { path: '/nowhere/客户.xlsx' },
      chooseFolder: {},
      saveTables: { proposedName: '阶梯', sheets: [aReportTable] },
      savePicture: { proposedName: '阶梯', picture: { format: 'png', dataUrl: 'data:image/png;base64,iVBORw0KGgo=' } },
      moneyReport: {
        report: { kind: 'aging', asOf: today },
        words: wordsOf(moneyReportWords, (word) => word),
        path: '/nowhere/a.xlsx',
      },
      statements: {
        scope: { kind: 'one', customerId },
        from: today,
        to: today,
        form: 'workbook',
        words: wordsOf(statementWords, (word) => word),
        withAmountInWords: true,
        path: '/nowhere/a.xlsx',
      },
      savePdf: { proposedName: '对账单' },
    },
  };
}
