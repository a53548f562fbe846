import { openImportCheckFile, writeChecked } from '../../../db/import-check/import-check-file.ts';
import { journalPosition } from '../../../db/queries/journal-position.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import { carryDown } from '../../../src-shared/files-in/carry-down.ts';
import type { ImportCheck, ProposedColumn } from '../../../src-shared/files-in/imports-contract.ts';
import type { SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';
import { spreadTallMerges } from '../../../src-shared/files-in/tall-merges.ts';
import type { MergedRange } from '../../../src-shared/files-in/workbook-info.ts';
import { readStagedRows } from '../../files/spreadsheet/staged-rows.ts';
import type { Job, WorkerControl } from '../../jobs/job.ts';
import { checkContext } from './check-context.ts';
import type { CheckRequest } from './check-request.ts';
import { checkResult } from './check-result.ts';
import { type CheckContext, checkRows } from './check-rows.ts';

export interface CheckSheetOrder {
  readonly stagedFile: string;
  readonly tallMerges: readonly MergedRange[];
  readonly checkPath: string;
  readonly request: CheckRequest;
  readonly columns: readonly ProposedColumn[];
  /** Rows in the staged file, for the progress. */
  readonly rows: number;
}

export interface CheckSheetOutcome {
  readonly check: ImportCheck;
  /** Where the journal stood: a commit goes by this check only while it still stands there. */
  readonly position: number;
}

const progressEveryRows = 500;

class Cancelled extends Error {}

/** Checks every row of a staged sheet against the book and keeps what it found in the check file. */
export const checkSheetJob: Job<CheckSheetOrder, CheckSheetOutcome> = (order, control) => {
  const book = control.openBook('read');
  if (!book.ok) return book;
  const file = openImportCheckFile(order.checkPath);
  // One view of the book for all rows; each look-up opening its own would also cost more than the look-up.
  book.value.sqlite.prepare('BEGIN').run();
  try {
    const position = journalPosition(book.value);
    const context = checkContext(book.value, file, order.request, order.columns);
    const count = counter(order.rows * 2, control);
    const rows = { [Symbol.iterator]: () => counted(dataRows(order, context), count) };
    writeChecked(file, checkRows(rows, context));
    return ok({ check: checkResult(file, context.plan, context.desk.target), position });
  } catch (cause) {
    if (cause instanceof Cancelled) return err({ kind: 'cancelled' });
    throw cause;
  } finally {
    book.value.sqlite.prepare('COMMIT').run();
    file.close();
  }
};

function dataRows(
  { stagedFile, tallMerges, request }: CheckSheetOrder,
  { plan, desk }: CheckContext,
): Iterable<SheetRow> {
  const { firstDataRow } = request.mapping;
  const rows = spreadTallMerges(rowsFrom(firstDataRow, stagedFile), tallMerges, firstDataRow);
  return carryDown(rows, plan, desk.target);
}

function* rowsFrom(firstDataRow: number, stagedFile: string): Generator<SheetRow> {
  for (const row of readStagedRows(stagedFile)) if (row.row >= firstDataRow) yield row;
}

function* counted<T>(items: Iterable<T>, count: () => void): Generator<T> {
  for (const item of items) {
    count();
    yield item;
  }
}

/** Every row counts twice: checkRows goes through the sheet twice. Throws Cancelled when asked to stop. */
function counter(total: number, control: WorkerControl): () => void {
  const startMs = performance.now();
  let done = 0;
  return () => {
    done += 1;
    if (done % progressEveryRows !== 0) return;
    if (control.isCancelled()) throw new Cancelled();
    const fraction = Math.min(1, done / total);
    const leftMs = ((performance.now() - startMs) / fraction) * (1 - fraction);
    control.progress({ stage: 'checking', fraction, done: Math.round(done / 2), total: Math.round(total / 2), leftMs });
  };
}
