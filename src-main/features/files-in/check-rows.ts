import type { CheckedRow, RowAnswers } from '../../../db/import-check/import-check-file.ts';
import type { FoldedRecord, FoldedSheet } from '../../../src-shared/files-in/fold-rows.ts';
import { isQuestion } from '../../../src-shared/files-in/import-problem.ts';
import type { ImportRow, ImportRowResult } from '../../../src-shared/files-in/imports-contract.ts';
import type { ImportLookups as ImportNames } from '../../../src-shared/files-in/read-field.ts';
import { type RowPlan, type RowReading, readRow } from '../../../src-shared/files-in/read-row.ts';
import type { RowReason } from '../../../src-shared/files-in/row-reason.ts';
import type { SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';
import { viewCells } from './checked-cells.ts';
import type { RecordFinding, RecordSituation, TargetDesk } from './target-desk.ts';

export interface CheckContext {
  readonly plan: RowPlan;
  readonly desk: TargetDesk;
  readonly settle: (record: FoldedRecord, situation: RecordSituation) => RecordFinding;
  /** Tiers and users that cells may name. */
  readonly names: ImportNames;
  readonly answers: ReadonlyMap<number, RowAnswers>;
}

const noAnswers: RowAnswers = { edits: {}, decision: null, customerId: null };

/**
 * Says of each row what an import would do and why; reads the book, writes nothing. Rows in the order of the sheet.
 * `rows` is gone through twice, and must give the same both times: a large sheet's cells are not kept between.
 */
export function* checkRows(rows: Iterable<SheetRow>, context: CheckContext): Generator<CheckedRow, void, undefined> {
  const { plan, desk } = context;
  const readings: RowReading[] = [];
  for (const row of rows) {
    const answers = context.answers.get(row.row) ?? noAnswers;
    readings.push(readRow(withEdits(row, plan, answers), plan, desk.target, context.names));
  }
  const sheet = desk.fold(
    readings.filter(({ skip }) => skip === null),
    columnOfField(plan),
    (row) => context.answers.get(row)?.decision === 'skip',
  );
  const recordOf = new Map<number, FoldedRecord>();
  for (const record of sheet.records) for (const row of record.rows) recordOf.set(row, record);
  const findings = new Map<FoldedRecord, RecordFinding>();
  let index = 0;
  for (const source of rows) {
    const reading = readings[index];
    index += 1;
    if (reading?.row !== source.row) throw new Error(`row ${source.row} was not there when the sheet was read first`);
    const record = recordOf.get(reading.row);
    let finding: RecordFinding | null = null;
    if (record) {
      finding = findings.get(record) ?? settle(record, sheet, context);
      if (record.rows.at(-1) === reading.row) findings.delete(record);
      else findings.set(record, finding);
    }
    yield checkedRow(reading, source, { sheet, record, finding, context });
  }
  if (index !== readings.length) throw new Error(`${readings.length} rows at first, ${index} when read again`);
}

function settle(record: FoldedRecord, sheet: FoldedSheet, context: CheckContext): RecordFinding {
  const block = sheet.blocked.get(record.firstRow);
  if (block) {
    const result = block.reason === 'left_out' ? 'skip' : 'error';
    const nothing = { draft: null, matches: [], changes: [], notices: () => [] };
    return { result, reason: block.reason, otherRow: block.row, ...nothing };
  }
  return context.settle(record, {
    answers: context.answers.get(record.firstRow) ?? noAnswers,
    twinRow: sheet.sameName.get(record.firstRow) ?? null,
  });
}

interface RowSituation {
  readonly sheet: FoldedSheet;
  readonly record: FoldedRecord | undefined;
  readonly finding: RecordFinding | null;
  readonly context: CheckContext;
}

interface Outcome {
  readonly result: ImportRowResult;
  readonly reason: RowReason | null;
  readonly otherRow: number | null;
}

function checkedRow(reading: RowReading, source: SheetRow, situation: RowSituation): CheckedRow {
  const { sheet, record, finding, context } = situation;
  const isFirst = record?.firstRow === reading.row;
  const outcome = outcomeOf(reading, situation);
  const notices = [
    ...reading.notices,
    ...(sheet.notices.get(reading.row) ?? []),
    ...(finding && (isFirst || isLine(context)) ? finding.notices(reading.row) : []),
  ];
  const view: ImportRow = {
    row: reading.row,
    ...outcome,
    cells: viewCells(
      reading,
      withEdits(source, context.plan, context.answers.get(reading.row) ?? noAnswers),
      context.plan,
      context.desk.target,
      isFirst && finding ? finding.changes : [],
    ),
    notices,
    matches: finding && record ? finding.matches : [],
    foldsInto: sheet.foldsInto.get(reading.row) ?? null,
    decision: context.answers.get(reading.row)?.decision ?? null,
  };
  const cellReasons = reading.problems.map(({ problem }) => ({
    group: isQuestion(problem) ? ('question' as const) : ('error' as const),
    reason: problem,
  }));
  return {
    view,
    draft: isFirst && finding?.draft ? JSON.stringify(finding.draft) : null,
    keys: context.desk.keysOf(reading),
    source,
    reasons: [
      ...cellReasons,
      ...(outcome.reason === null
        ? []
        : [{ group: outcome.reason === 'folded' ? ('notice' as const) : outcome.result, reason: outcome.reason }]),
      ...notices.map(({ kind }) => ({ group: 'notice' as const, reason: kind })),
    ],
  };
}

function outcomeOf(reading: RowReading, { sheet, record, finding, context }: RowSituation): Outcome {
  const plain = (
    result: ImportRowResult,
    reason: RowReason | null = null,
    otherRow: number | null = null,
  ): Outcome => ({ result, reason, otherRow });
  if (reading.skip) return plain('skip', reading.skip.kind);
  if (context.answers.get(reading.row)?.decision === 'skip') return plain('skip', 'left_out');
  if (reading.problems.some(({ problem }) => !isQuestion(problem))) return plain('error');
  if (reading.problems.length > 0) return plain('question');
  const twin = sheet.skipped.get(reading.row);
  if (twin) return plain('skip', twin.kind, twin.kind === 'same_as_row' ? twin.row : null);
  if (!record || !finding) throw new Error(`row ${reading.row} belongs to no record`);
  if (record.firstRow === reading.row) return plain(finding.result, finding.reason, finding.otherRow);
  // Why an order stays out is said at each of its lines: they go to the workbook of problem rows together.
  return isLine(context) && finding.result !== 'new'
    ? plain(finding.result, finding.reason, finding.otherRow)
    : plain(finding.result, 'folded', record.firstRow);
}

/** Whether rows are lines of a record, rather than further rows about it. */
function isLine({ desk }: CheckContext): boolean {
  return desk.target.folding.kind === 'by_number';
}

/** What the user typed in the check grid, in the place of what the sheet says. */
function withEdits(row: SheetRow, plan: RowPlan, { edits }: RowAnswers): SheetRow {
  const fields = Object.keys(edits);
  if (fields.length === 0) return row;
  const cells = [...row.cells];
  const done = new Set<string>();
  for (const { column, field } of plan.columns) {
    const text = field === null ? undefined : edits[field];
    if (field === null || text === undefined) continue;
    // Several columns of one field: the first takes the correction, the others are as if blank.
    while (cells.length <= column) cells.push(null);
    cells[column] = done.has(field) || text === '' ? null : { t: 's', v: text };
    done.add(field);
  }
  return { ...row, cells };
}

function columnOfField(plan: RowPlan): (field: string) => number {
  const columns = new Map<string, number>();
  for (const { column, field } of plan.columns) if (field !== null && !columns.has(field)) columns.set(field, column);
  return (field) => columns.get(field) ?? -1;
}
