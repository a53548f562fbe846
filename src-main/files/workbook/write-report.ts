import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { writeWholeFile } from '../whole-file.ts';
import { packageRelationshipsPart, stylesPart } from './fixed-parts.ts';
import {
  filterRange,
  headRows,
  type NamedSheet,
  reportHead,
  reportRelationshipsPart,
  reportTail,
  reportTypesPart,
  reportWorkbookPart,
  totalsRow,
} from './report-parts.ts';
import { rowWriter } from './sheet-parts.ts';
import { sheetName } from './sheet-text.ts';
import { type Cell, mostSheetRows, type ReportSheet } from './workbook-plan.ts';
import type { WritingWatch, WrittenWorkbook } from './write-workbook.ts';
import { ZipFile } from './zip-file.ts';

const sampleRows = 300;
const chunkRows = 250;

/**
 * Writes sheets for a bookkeeper row by row, in little memory. What does not fit into a sheet goes on in a second one of
 * the same heads, with the totals of all under the last. The file appears when it is whole (writeWholeFile).
 * `rowsPerSheet`: for a test. Errors: cancelled, storage.
 */
export async function writeReport(
  path: string,
  sheets: Iterable<ReportSheet>,
  watch: WritingWatch,
  rowsPerSheet = mostSheetRows - headRows - 1,
): Promise<Result<WrittenWorkbook, AppError>> {
  return writeWholeFile(path, async (temporary) => {
    const zip = await ZipFile.create(temporary);
    try {
      const written: NamedSheet[] = [];
      let rows = 0;
      for (const sheet of sheets) {
        const source = sheet.rows[Symbol.iterator]();
        try {
          rows += await writeParts({ zip, sheet, source, written, watch, before: rows, rowsPerSheet });
        } finally {
          // Closes the query that the rows come from, also after a failure.
          source.return?.();
        }
        if (watch.isCancelled()) return err({ kind: 'cancelled' });
      }
      await zip.add('[Content_Types].xml', [reportTypesPart(written.length)]);
      await zip.add('_rels/.rels', [packageRelationshipsPart]);
      await zip.add('xl/_rels/workbook.xml.rels', [reportRelationshipsPart(written.length)]);
      await zip.add('xl/styles.xml', [stylesPart]);
      await zip.add('xl/workbook.xml', [reportWorkbookPart(written)]);
      return ok({ rows, bytes: await zip.finish() });
    } finally {
      await zip.close();
    }
  });
}

interface Parts extends Omit<PartPlan, 'sums' | 'isFirst'> {
  readonly zip: ZipFile;
  /** The sheets of the file; those of this one are added. */
  readonly written: NamedSheet[];
}

/** Gives the number of rows. */
async function writeParts({ zip, written, ...plan }: Parts): Promise<number> {
  const { sheet, watch } = plan;
  const sums = new Map<number, number>();
  let part: SheetPart;
  let parts = 0;
  let rows = 0;
  do {
    part = new SheetPart({ ...plan, sums, before: plan.before + rows, isFirst: written.length === 0 });
    parts += 1;
    await zip.add(`xl/worksheets/sheet${written.length + 1}.xml`, part);
    rows += part.rows;
    const filter = filterRange(sheet.columns.length, headRows + part.rows);
    written.push({ name: partName(sheet.sheetName, parts), filter });
  } while (part.hasMore && !watch.isCancelled());
  return rows;
}

/** Names of sheets are words of our own and short, so the number fits behind. */
function partName(wish: string, part: number): string {
  return part === 1 ? sheetName(wish) : `${sheetName(wish).slice(0, 24)} (${part})`;
}

interface PartPlan {
  readonly sheet: ReportSheet;
  /** Shared by the parts of a sheet: each goes on where the one before ended. */
  readonly source: Iterator<readonly Cell[]>;
  readonly sums: Map<number, number>;
  readonly watch: WritingWatch;
  /** Rows of the parts before. */
  readonly before: number;
  readonly isFirst: boolean;
  readonly rowsPerSheet: number;
}

/** One sheet's XML in pieces; it ends early when the user cancels, and nobody will read what there is then. */
class SheetPart implements Iterable<string> {
  rows = 0;
  hasMore = false;
  readonly #plan: PartPlan;
  readonly #totalled: readonly number[];

  constructor(plan: PartPlan) {
    this.#plan = plan;
    this.#totalled = plan.sheet.columns.flatMap(({ isTotalled }, index) => (isTotalled ? [index] : []));
    for (const index of this.#totalled) if (!plan.sums.has(index)) plan.sums.set(index, 0);
  }

  *[Symbol.iterator](): Generator<string> {
    const { sheet, sums, watch, before, isFirst, rowsPerSheet } = this.#plan;
    const write = rowWriter(sheet.columns);
    const sample = this.#take(Math.min(sampleRows, rowsPerSheet));
    yield reportHead(sheet, sample, isFirst);
    for (let chunk = sample; chunk.length > 0; chunk = this.#take(Math.min(chunkRows, rowsPerSheet - this.rows))) {
      yield chunk.map((cells) => write(++this.rows + headRows, cells)).join('');
      watch.written(before + this.rows);
      if (watch.isCancelled()) return;
    }
    const last = headRows + this.rows;
    // Only a full sheet can have a next one, and a next one may turn out to have nothing but the totals.
    this.hasMore = this.rows === rowsPerSheet && rowsPerSheet > 0;
    if (!this.hasMore) yield totalsRow(sheet, last + 1, sums);
    yield reportTail(sheet.columns, sheet.title, last);
  }

  #take(most: number): (readonly Cell[])[] {
    const taken: (readonly Cell[])[] = [];
    while (taken.length < most) {
      const next = this.#plan.source.next();
      if (next.done) break;
      this.#add(next.value);
      taken.push(next.value);
    }
    return taken;
  }

  #add(cells: readonly Cell[]): void {
    for (const index of this.#totalled) {
      const cell = cells[index];
      if (typeof cell === 'number') this.#plan.sums.set(index, (this.#plan.sums.get(index) ?? 0) + cell);
    }
  }
}
