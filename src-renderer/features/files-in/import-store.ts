import { create } from 'zustand';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { ImportTargetName } from '../../../src-shared/files-in/import-target.ts';
import type {
  ColumnMapping,
  ImportCheck,
  ImportOutcome,
  ImportPlan,
  ImportRowResult,
  MatchKey,
} from '../../../src-shared/files-in/imports-contract.ts';
import type { CountedReason } from '../../../src-shared/files-in/row-reason.ts';
import type { SpreadsheetProblem } from '../../../src-shared/files-in/spreadsheet-problem.ts';
import type { SheetInfo } from '../../../src-shared/files-in/workbook-info.ts';
import type { PaymentMethod } from '../../../src-shared/payments/payment.ts';
import type { CreditTerms } from '../../../src-shared/receivables/credit-terms.ts';

export const importSteps = ['file', 'columns', 'check', 'done'] as const;
export type ImportStep = (typeof importSteps)[number];

export type ImportWork = 'inspect' | 'plan' | 'check' | 'commit' | 'save';

/** Which rows the check grid shows. */
export interface RowFilter {
  readonly result: ImportRowResult | 'problems' | null;
  readonly reason: CountedReason | null;
}

export interface ImportState {
  readonly step: ImportStep;
  readonly fileName: string;
  readonly importId: string | null;
  readonly sheets: readonly SheetInfo[];
  /** Asked for before the file was chosen; null: found from its headings. */
  readonly wanted: ImportTargetName | null;
  /** The last file was no workbook that can be read. */
  readonly refused: { readonly fileName: string; readonly problem: SpreadsheetProblem } | null;
  /** Said above the step, until the next one. */
  readonly notice: 'expired' | 'changed' | null;
  readonly plan: ImportPlan | null;
  readonly mapping: ColumnMapping | null;
  readonly matchKey: MatchKey;
  /** Undefined: not chosen, so the present user. */
  readonly ownerForNew: string | null | undefined;
  /** What is settled once for a file of money. */
  readonly money: MoneyAnswers;
  readonly check: ImportCheck | null;
  /** Grows with every check: the grid's rows are others then. */
  readonly checkNumber: number;
  readonly filter: RowFilter;
  readonly outcome: ImportOutcome | null;
  readonly running: { readonly work: ImportWork; readonly jobId: string } | null;
}

export const wholeSheet: RowFilter = { result: null, reason: null };

/** Null day: today. */
export interface MoneyAnswers {
  readonly createsCustomers: boolean;
  readonly credit: CreditTerms;
  readonly openingOn: CalendarDate | null;
  readonly method: PaymentMethod;
}

const plainAnswers: MoneyAnswers = {
  createsCustomers: false,
  credit: { kind: 'days', days: 0 },
  openingOn: null,
  method: 'transfer',
};

export const freshImport: ImportState = {
  step: 'file',
  fileName: '',
  importId: null,
  sheets: [],
  wanted: null,
  refused: null,
  notice: null,
  plan: null,
  mapping: null,
  matchKey: 'name',
  ownerForNew: undefined,
  money: plainAnswers,
  check: null,
  checkNumber: 0,
  filter: wholeSheet,
  outcome: null,
  running: null,
};

/** The import in the making. It outlives a change of page: coming back shows it as it was left. */
export const useImport = create<ImportState>(() => freshImport);

export function changeImport(change: Partial<ImportState>): void {
  useImport.setState(change);
}

export function changeMapping(mapping: ColumnMapping): void {
  useImport.setState({ mapping });
}

export function showRows(filter: RowFilter): void {
  useImport.setState({ filter });
}

/** What the next file is to be taken for; an import that is under way stays what it is. */
export function wantTarget(wanted: ImportTargetName | null): void {
  const { step, importId, running } = useImport.getState();
  if (running === null && ((step === 'file' && importId === null) || step === 'done'))
    changeImport({ ...freshImport, wanted });
}
