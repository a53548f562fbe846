import { rm, stat } from 'node:fs/promises';
import type ExcelJS from 'exceljs';
import Workbook from 'exceljs/lib/doc/workbook.js';
import type { ReadDb } from '../../../db/open.ts';
import { customersInScope } from '../../../db/queries/money/aging-scope.ts';
import { balanceRows, type CustomerBalance } from '../../../db/queries/money/balance-rows.ts';
import { customerStatement } from '../../../db/queries/money/statement.ts';
import { storageErrorOf } from '../../../db/storage-error.ts';
import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { CustomerStatement } from '../../../src-shared/receivables/receivable-views.ts';
import { writeWholeFile } from '../../files/whole-file.ts';
import type { Job, WorkerControl } from '../../jobs/job.ts';
import { addStatementIndex, type IndexedStatement } from './statement-index.ts';
import { addStatementSheet, type StatementPaper } from './statement-sheet.ts';
import { reserveFile, statementFileStem, uniqueSheetNames } from './unique-names.ts';

export interface StatementFilesOrder extends StatementPaper {
  /** One customer, whatever he owes, or those of the scope with movement in the period or a balance at its end. */
  readonly whose:
    | { readonly kind: 'one'; readonly customerId: Id }
    | {
        readonly kind: 'many';
        readonly owners: WantedPersons;
        readonly tierIds: readonly (Id | null)[] | undefined;
        readonly onlyOpen: boolean;
      };
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly form: 'files' | 'workbook';
  readonly path: string;
}

export interface WrittenStatements {
  readonly statements: number;
  readonly bytes: number;
}

/** 对账单 of one or many as workbooks, all as they were at one moment. Cancelled or failed, none of its files is left. */
export const statementFilesJob: Job<StatementFilesOrder, WrittenStatements> = async (order, control) => {
  const opened = control.openBook('read');
  if (!opened.ok) return opened;
  const db = opened.value;
  db.sqlite.prepare('BEGIN').run();
  try {
    const ids = customerIds(db, order);
    return await (order.form === 'files' ? writeFiles(db, order, ids, control) : writeBook(db, order, ids, control));
  } catch (cause) {
    const storage = storageErrorOf(cause);
    if (!storage) throw cause;
    return err(storage);
  } finally {
    db.sqlite.prepare('COMMIT').run();
  }
};

function customerIds(db: ReadDb, { whose, from, to }: StatementFilesOrder): readonly Id[] {
  if (whose.kind === 'one') return [whose.customerId];
  const { owners, tierIds, onlyOpen } = whose;
  const balances = balanceRows(db, { from, to });
  return customersInScope(db, { customerId: null, owners, tierIds, search: '' })
    .filter(({ id, isLive }) => isLive && isWanted(balances.get(id), onlyOpen))
    .sort((a, b) => (a.nameKey < b.nameKey ? -1 : Number(a.nameKey > b.nameKey)))
    .map(({ id }) => id);
}

function isWanted(balance: CustomerBalance | undefined, onlyOpen: boolean): boolean {
  if (!balance) return false;
  const { chargedFen, settledFen, closingFen, prepaidFen } = balance;
  if (onlyOpen) return closingFen + prepaidFen > 0;
  return chargedFen !== 0 || settledFen !== 0 || closingFen !== 0 || prepaidFen !== 0;
}

function statementOf(db: ReadDb, { from, to }: StatementFilesOrder, customerId: Id): CustomerStatement {
  return customerStatement(db, { customerId, from, to });
}

async function writeFiles(
  db: ReadDb,
  order: StatementFilesOrder,
  ids: readonly Id[],
  control: WorkerControl,
): Promise<Result<WrittenStatements, AppError>> {
  const { words, from, to, path: folder } = order;
  const made: string[] = [];
  let bytes = 0;
  let isDone = false;
  try {
    for (const id of ids) {
      if (control.isCancelled()) return err({ kind: 'cancelled' });
      const statement = statementOf(db, order, id);
      const stem = statementFileStem(words.title, statement.customerName, from, to);
      const path = await reserveFile(folder, stem, '.xlsx');
      made.push(path);
      const workbook = new Workbook();
      addStatementSheet(workbook, words.title, statement, order);
      const written = await writeExcel(workbook, path);
      if (!written.ok) return written;
      bytes += written.value;
      progress(control, made.length, ids.length);
    }
    isDone = true;
    return ok({ statements: made.length, bytes });
  } finally {
    if (!isDone) for (const path of made) await rm(path, { force: true });
  }
}

async function writeBook(
  db: ReadDb,
  order: StatementFilesOrder,
  ids: readonly Id[],
  control: WorkerControl,
): Promise<Result<WrittenStatements, AppError>> {
  const { words } = order;
  const workbook = new Workbook();
  const nameOf = uniqueSheetNames();
  // The index stands first, and is written last: it says what the sheets came to.
  const index = order.whose.kind === 'many' ? workbook.addWorksheet(nameOf(words.index)) : null;
  const indexed: IndexedStatement[] = [];
  for (const id of ids) {
    if (control.isCancelled()) return err({ kind: 'cancelled' });
    const statement = statementOf(db, order, id);
    const sheet = nameOf(index ? statement.customerName : words.title);
    addStatementSheet(workbook, sheet, statement, order);
    const { customerName, openingFen, chargedFen, settledFen, closingFen, prepaidFen } = statement;
    indexed.push({ sheet, customerName, openingFen, chargedFen, settledFen, closingFen, prepaidFen });
    progress(control, indexed.length, ids.length);
  }
  if (index) addStatementIndex(index, indexed, order);
  if (control.isCancelled()) return err({ kind: 'cancelled' });
  const written = await writeExcel(workbook, order.path);
  return written.ok ? ok({ statements: ids.length, bytes: written.value }) : written;
}

function writeExcel(workbook: ExcelJS.Workbook, path: string): Promise<Result<number, AppError>> {
  return writeWholeFile(path, async (temporary) => {
    await workbook.xlsx.writeFile(temporary);
    return ok((await stat(temporary)).size);
  });
}

function progress(control: WorkerControl, done: number, total: number): void {
  control.progress({ stage: 'writing', fraction: done / total, done, total, leftMs: null });
}
