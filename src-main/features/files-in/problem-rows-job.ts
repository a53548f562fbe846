import { openImportCheckFile, problemRows } from '../../../db/import-check/import-check-file.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { ok, type Result } from '../../../src-shared/core/result.ts';
import type { ProposedColumn } from '../../../src-shared/files-in/imports-contract.ts';
import { cellText, type SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';
import { writeWorkbook } from '../../files/workbook/write-workbook.ts';
import type { Job } from '../../jobs/job.ts';

export interface ProblemRowsOrder {
  readonly checkPath: string;
  readonly path: string;
  readonly columns: readonly ProposedColumn[];
  readonly sheetName: string;
  /** Heading of the last column, which holds the reasons. */
  readonly reasonHeader: string;
  /** Reason → sentence, in the user's language; a reason without one goes out as it is. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * Writes the rows that stayed out, with their own columns and why: a person mends them there and imports that file.
 * Every cell is text, as the sheet shows it: what is to be corrected must not change on the way.
 */
export const problemRowsJob: Job<ProblemRowsOrder, { readonly rows: number }> = async (
  order,
  control,
): Promise<Result<{ readonly rows: number }, AppError>> => {
  const { columns, words } = order;
  const file = openImportCheckFile(order.checkPath);
  try {
    const written = await writeWorkbook(
      order.path,
      {
        sheetName: order.sheetName,
        columns: [...columns.map(({ header }) => header), order.reasonHeader].map((header) => ({
          header,
          kind: 'text' as const,
        })),
        printHeader: { left: '', centre: order.sheetName, right: '' },
      },
      rowsOf(problemRows(file), columns, words),
      {
        isCancelled: control.isCancelled,
        written: (done) => control.progress({ stage: 'writing', fraction: null, done, total: null, leftMs: null }),
      },
    );
    return written.ok ? ok({ rows: written.value.rows }) : written;
  } finally {
    file.close();
  }
};

function* rowsOf(
  rows: Iterable<{ readonly source: SheetRow; readonly reasons: readonly string[] }>,
  columns: readonly ProposedColumn[],
  words: Readonly<Record<string, string>>,
): Generator<readonly string[]> {
  for (const { source, reasons } of rows) {
    const texts = columns.map(({ column }) => cellText(source.cells[column] ?? null));
    yield [...texts, reasons.map((reason) => words[reason] ?? reason).join('；')];
  }
}
