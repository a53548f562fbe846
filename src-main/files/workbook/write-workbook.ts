import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { writeWholeFile } from '../whole-file.ts';
import {
  contentTypesPart,
  packageRelationshipsPart,
  stylesPart,
  workbookPart,
  workbookRelationshipsPart,
} from './fixed-parts.ts';
import { rowWriter, sheetHead, sheetTail } from './sheet-parts.ts';
import { columnLetters, sheetName, sheetText } from './sheet-text.ts';
import { type Cell, mostSheetRows, type WorkbookPlan } from './workbook-plan.ts';
import { ZipFile } from './zip-file.ts';

export interface WritingWatch {
  /** Told every few hundred rows. */
  written(rows: number): void;
  isCancelled(): boolean;
}

export interface WrittenWorkbook {
  readonly rows: number;
  readonly bytes: number;
}

/** Rows looked at for the columns' widths, which stand before the rows in the file. */
const sampleRows = 300;
/** Rows handed on at once. */
const chunkRows = 250;

/**
 * Writes an .xlsx of one sheet, row by row, in little memory. The file appears under its name when it is whole; until
 * then, and after a failure or a cancel, whatever stood there stays as it was.
 * Errors: cancelled, storage. Throws RangeError for more rows than a sheet holds.
 */
export async function writeWorkbook(
  path: string,
  plan: WorkbookPlan,
  rows: Iterable<readonly Cell[]>,
  watch: WritingWatch,
): Promise<Result<WrittenWorkbook, AppError>> {
  return writeWholeFile(path, (temporary) => writeTo(temporary, plan, rows, watch));
}

async function writeTo(
  temporary: string,
  plan: WorkbookPlan,
  rows: Iterable<readonly Cell[]>,
  watch: WritingWatch,
): Promise<Result<WrittenWorkbook, AppError>> {
  const zip = await ZipFile.create(temporary);
  try {
    const sheet = new SheetTexts(plan, rows, watch);
    await zip.add('[Content_Types].xml', [contentTypesPart]);
    await zip.add('_rels/.rels', [packageRelationshipsPart]);
    await zip.add('xl/_rels/workbook.xml.rels', [workbookRelationshipsPart]);
    await zip.add('xl/styles.xml', [stylesPart]);
    await zip.add('xl/worksheets/sheet1.xml', sheet);
    if (watch.isCancelled()) return err({ kind: 'cancelled' });
    const filterRange = `$A$1:$${columnLetters(plan.columns.length - 1)}$${sheet.rows + 1}`;
    await zip.add('xl/workbook.xml', [workbookPart(sheetText(sheetName(plan.sheetName)), filterRange)]);
    return ok({ rows: sheet.rows, bytes: await zip.finish() });
  } finally {
    await zip.close();
  }
}

/** The sheet's XML in pieces; it ends early when the user cancels, and nobody will read what there is then. */
class SheetTexts implements Iterable<string> {
  rows = 0;
  readonly #plan: WorkbookPlan;
  readonly #source: Iterable<readonly Cell[]>;
  readonly #watch: WritingWatch;

  constructor(plan: WorkbookPlan, source: Iterable<readonly Cell[]>, watch: WritingWatch) {
    this.#plan = plan;
    this.#source = source;
    this.#watch = watch;
  }

  *[Symbol.iterator](): Generator<string> {
    const { columns } = this.#plan;
    const write = rowWriter(columns);
    let sample: (readonly Cell[])[] | null = [];
    let texts: string[] = [];
    const put = (cells: readonly Cell[]): void => {
      this.rows += 1;
      if (this.rows >= mostSheetRows) throw new RangeError(`more rows than a sheet holds`);
      texts.push(write(this.rows + 1, cells));
    };
    for (const cells of this.#source) {
      if (sample) {
        sample.push(cells);
        if (sample.length < sampleRows) continue;
        yield sheetHead(columns, sample);
        sample.forEach(put);
        sample = null;
      } else put(cells);
      if (texts.length < chunkRows) continue;
      this.#watch.written(this.rows);
      if (this.#watch.isCancelled()) return;
      yield texts.join('');
      texts = [];
    }
    if (sample) {
      yield sheetHead(columns, sample);
      sample.forEach(put);
    }
    yield texts.join('');
    yield sheetTail(this.#plan, this.rows + 1);
  }
}
