import type { RowAnswers } from '../../../db/import-check/import-check-file.ts';
import type { ReadDb } from '../../../db/open.ts';
import type { FoldedRecord, FoldedSheet } from '../../../src-shared/files-in/fold-rows.ts';
import type { ImportNotice } from '../../../src-shared/files-in/import-problem.ts';
import type { ImportTarget } from '../../../src-shared/files-in/import-target.ts';
import type { ImportMatch } from '../../../src-shared/files-in/imports-contract.ts';
import type { RowReading } from '../../../src-shared/files-in/read-row.ts';
import type { RowReason } from '../../../src-shared/files-in/row-reason.ts';
import type { CheckRequest } from './check-request.ts';
import type { CellChange } from './checked-cells.ts';

/** What becomes of one record of the file. */
export interface RecordFinding {
  readonly result: 'new' | 'update' | 'skip' | 'question' | 'error';
  readonly reason: RowReason | null;
  /** The row of the file that the reason speaks of. */
  readonly otherRow: number | null;
  /** What commit will write, as plain data; null: nothing. */
  readonly draft: object | null;
  readonly matches: readonly ImportMatch[];
  readonly changes: readonly CellChange[];
  notices(row: number): readonly ImportNotice[];
}

export interface RecordSituation {
  /** Of the record's first row. */
  readonly answers: RowAnswers;
  /** The first row of an earlier record of the file that may be the same. */
  readonly twinRow: number | null;
}

/** What the check of an import asks of the thing that is imported. */
export interface TargetDesk {
  readonly target: ImportTarget;
  /** Gets every row that is not skipped. */
  fold(
    readings: readonly RowReading[],
    columnOf: (field: string) => number,
    isLeftOut: (row: number) => boolean,
  ): FoldedSheet;
  /** What may make rows one record, beside standing in one sheet. */
  keysOf(reading: RowReading): readonly string[];
  /** Opens what it asks the book; then says of one record after another what an import would do. */
  settler(db: ReadDb, request: CheckRequest): (record: FoldedRecord, situation: RecordSituation) => RecordFinding;
}
