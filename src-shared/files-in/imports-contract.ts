import { z } from 'zod';
import { calendarDateField, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';
import type { Fen } from '../core/money.ts';
import type { SameReason } from '../customers/same-customer-hint.ts';
import { command, job, query, returns } from '../ipc/procedure.ts';
import { creditTermsSchema } from '../orders/order.ts';
import { paymentMethods } from '../payments/payment.ts';
import type { ImportNotice, ImportProblem, ImportQuestion } from './import-problem.ts';
import { type ImportTargetName, importTargetNames } from './import-target.ts';
import type { MatchedColumn } from './match-columns.ts';
import type { CountedReason, RowReason } from './row-reason.ts';
import type { SpreadsheetProblem } from './spreadsheet-problem.ts';
import type { SheetInfo } from './workbook-info.ts';

/** One import in the making: a staged sheet and what will be done with it. Lives until committed, discarded or the app ends. */
const importId = z.string().min(1).max(60);

/** Column answers the user gives once per column (domain §10). */
export const columnAnswersSchema = z.object({
  /** `03/05/2026` is the 3rd of May (`dmy`) or the 5th of March (`mdy`). */
  dateOrder: z.enum(['dmy', 'mdy']).optional(),
  /** The year of `3月5日`. */
  year: z.number().int().min(1900).max(2200).optional(),
  /** More than 2 decimals: round half up, only when the user says so. */
  roundHalfUp: z.boolean().optional(),
  /** 0.85 is what is taken off, or what is left to pay. */
  discountMeans: z.enum(['off', 'paid']).optional(),
});

/** Column index (0-based) → field key of the target, or null for 'not imported'. */
export const columnMappingSchema = z.object({
  headerRow: z.number().int().min(0),
  /** First row with data, from 1. */
  firstDataRow: z.number().int().min(1),
  columns: z
    .array(
      z.object({
        column: z.number().int().min(0).max(16_383),
        field: z.string().max(60).nullable(),
        answers: columnAnswersSchema.default({}),
      }),
    )
    .max(1000),
  includeHiddenRows: z.boolean().default(false),
});
export type ColumnMapping = z.output<typeof columnMappingSchema>;

export const matchKeys = ['uscc', 'name', 'mobile'] as const;
export type MatchKey = (typeof matchKeys)[number];

/** What is settled once for a file of money; see MoneyImportOptions. Absent: cash, transfer, today. */
export const moneyOptionsSchema = z.object({
  createsCustomers: z.boolean().default(false),
  credit: creditTermsSchema.default({ kind: 'days', days: 0 }),
  openingOn: calendarDateField.nullable().default(null),
  method: z.enum(paymentMethods).default('transfer'),
  bareTitle: requiredText(100).default('-'),
  roundingTitle: requiredText(100).default('±'),
});

export type ProposedColumn = MatchedColumn;

export interface ImportPlan {
  readonly importId: string;
  /** What the sheet is taken for, and what this user may take it for. */
  readonly target: ImportTargetName;
  readonly allowed: readonly ImportTargetName[];
  readonly fileName: string;
  readonly sheetIndex: number;
  readonly sheetName: string;
  readonly rows: number;
  readonly hiddenRows: number;
  /** 0: the sheet has no header row. */
  readonly headerRow: number;
  readonly firstDataRow: number;
  readonly columns: readonly ProposedColumn[];
}

export type ImportRowResult = 'new' | 'update' | 'skip' | 'error' | 'question';

export interface ImportCell {
  readonly field: string;
  readonly text: string;
  /** `changed`: differs from what the book holds. */
  readonly mark: 'error' | 'question' | 'changed' | null;
  readonly problem: ImportProblem | null;
  /** What the book holds now, when `changed`. */
  readonly before: string | null;
}

export interface ImportMatch {
  readonly id: Id;
  readonly name: string;
  readonly isInBin: boolean;
  readonly reasons: readonly SameReason[];
}

export interface ImportRow {
  /** As in the file, from 1. */
  readonly row: number;
  readonly result: ImportRowResult;
  readonly cells: readonly ImportCell[];
  /** Why it has its result beyond its cells; null for a plain new row. */
  readonly reason: RowReason | null;
  /** The row of the file that the reason speaks of (same_as_row, same_name_in_file). */
  readonly otherRow: number | null;
  readonly notices: readonly ImportNotice[];
  /** The customer it updates, or those it may be. */
  readonly matches: readonly ImportMatch[];
  /** Row of the file whose customer this row joins as a further contact. */
  readonly foldsInto: number | null;
  readonly decision: 'create' | 'update' | 'skip' | null;
}

export interface ImportCheck {
  readonly total: number;
  readonly new: number;
  readonly update: number;
  readonly skip: number;
  readonly error: number;
  readonly question: number;
  /** Rows per reason, most frequent first. */
  readonly reasons: readonly {
    readonly group: ImportRowResult | 'notice';
    readonly reason: CountedReason;
    readonly rows: number;
  }[];
  /** Rows that commit would write. */
  readonly willWrite: number;
  /** Fields that the sheet has something for, in the order of the target. */
  readonly fields: readonly string[];
  /** What is settled once per column, by check() again with the answer in the mapping. */
  readonly columnQuestions: readonly {
    readonly field: string;
    readonly problem: ImportQuestion;
    readonly rows: number;
  }[];
}

export interface ImportOutcome {
  readonly batchId: Id;
  readonly created: number;
  readonly updated: number;
  readonly contactsCreated: number;
  /** Of a file of money: customers that it made. */
  readonly customersCreated: number;
  readonly linesCreated: number;
  /** Owed by what came in, or received with it; null of customers. */
  readonly amountFen: Fen | null;
  /** Of openings and payments: what is prepaid now. */
  readonly prepaidFen: Fen | null;
  readonly skipped: number;
  readonly inError: number;
}

export interface ImportBatch {
  readonly id: Id;
  readonly batchId: Id;
  /** As it was called then; see ImportTargetName. */
  readonly target: string;
  readonly fileName: string;
  readonly sheetName: string;
  readonly at: Instant;
  readonly userId: Id | null;
  readonly rowsRead: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly inError: number;
  readonly isUndone: boolean;
}

export type InspectOutcome =
  | {
      readonly state: 'readable';
      readonly importId: string;
      readonly fileName: string;
      readonly sheets: readonly SheetInfo[];
    }
  | { readonly state: 'refused'; readonly fileName: string; readonly problem: SpreadsheetProblem };

/**
 * `import.files` opens the wizard for whoever may import anything; what the sheet is taken for decides which right is
 * asked at every step after that (see ImportTarget.right).
 */
export const importsContract = {
  /** Asks for a file in a dialog; null: the user closed it. */
  chooseFile: command('import.files', z.object({}), returns<{ readonly path: string | null }>(), []),
  inspect: job('import.files', z.object({ path: z.string().min(1).max(4000) }), returns<InspectOutcome>()),
  /** Reads one sheet whole and proposes header row and columns. */
  plan: job(
    'import.files',
    z.object({
      importId,
      sheetIndex: z.number().int().min(0),
      headerRow: z.number().int().min(0).nullable().default(null),
      /** Null: proposed from what the headings say. Errors: forbidden, when the role may not import that. */
      target: z.enum(importTargetNames).nullable().default(null),
    }),
    returns<
      | { readonly state: 'planned'; readonly plan: ImportPlan }
      | { readonly state: 'refused'; readonly problem: SpreadsheetProblem }
    >(),
  ),
  /** Says per row what would happen; writes nothing into the book. */
  check: job(
    'import.files',
    z.object({
      importId,
      mapping: columnMappingSchema,
      matchKey: z.enum(matchKeys),
      ownerForNew: z.string().max(60).nullable().default(null),
      money: moneyOptionsSchema.prefault({}),
    }),
    returns<ImportCheck>(),
  ),
  rows: query(
    'import.files',
    z.object({
      importId,
      result: z.enum(['new', 'update', 'skip', 'error', 'question', 'problems']).nullable().default(null),
      reason: z.string().max(60).nullable().default(null),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    returns<{ readonly rows: readonly ImportRow[]; readonly total: number }>(),
  ),
  /** A cell corrected in the check grid; its row is checked again. */
  setCell: command(
    'import.files',
    z.object({ importId, row: z.number().int().min(1), field: z.string().max(60), text: z.string().max(10_000) }),
    returns<{ readonly row: ImportRow; readonly check: ImportCheck }>(),
    [],
  ),
  /** Answers a question row: the same customer (update that one), another one (create), or leave out. */
  decide: command(
    'import.files',
    z.object({
      importId,
      row: z.number().int().min(1),
      decision: z.enum(['create', 'update', 'skip']),
      customerId: z.string().max(60).nullable().default(null),
    }),
    returns<{ readonly row: ImportRow; readonly check: ImportCheck }>(),
    [],
  ),
  /** All accepted rows as one batch, or nothing. */
  commit: job('import.files', z.object({ importId }), returns<ImportOutcome>(), [
    'customers',
    'contacts',
    'products',
    'orders',
    'receivables',
    'payments',
    'terms',
    'tags',
    'tiers',
    'users',
    'history',
    'imports',
    'book',
    'visit_plans',
    'backups',
  ]),
  /** 下载问题行: the rows left out, with their original columns and the reason in words. Null: the save dialog was closed. */
  saveProblemRows: job(
    'import.files',
    z.object({
      importId,
      reasonHeader: z.string().max(50),
      sheetName: z.string().min(1).max(31),
      proposedName: z.string().max(150),
      words: z.record(z.string(), z.string().max(300)),
    }),
    returns<{ readonly path: string | null; readonly rows: number }>(),
  ),
  discard: command('import.files', z.object({ importId }), returns<Record<string, never>>(), []),
  batches: query(
    'customers.read',
    z.object({ limit: z.number().int().min(1).max(100).default(30) }),
    returns<{ readonly batches: readonly ImportBatch[] }>(),
  ),
};
