import type { CheckedRow, RowAnswers } from '../../../db/import-check/import-check-file.ts';
import type { ImportLookups } from '../../../db/queries/import-lookups.ts';
import { bareText } from '../../../src-shared/core/fold-text.ts';
import { type CustomerImportKey, customersTarget } from '../../../src-shared/files-in/customers-target.ts';
import { customerRecordOf } from '../../../src-shared/files-in/draft-of-record.ts';
import { type FoldedRecord, type FoldedSheet, foldRows } from '../../../src-shared/files-in/fold-rows.ts';
import { isQuestion } from '../../../src-shared/files-in/import-problem.ts';
import type { ImportRow, ImportRowResult } from '../../../src-shared/files-in/imports-contract.ts';
import type { ImportLookups as ImportNames } from '../../../src-shared/files-in/read-field.ts';
import { type RowPlan, type RowReading, readRow } from '../../../src-shared/files-in/read-row.ts';
import type { RowReason } from '../../../src-shared/files-in/row-reason.ts';
import type { SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';
import type { CheckRequest } from './check-request.ts';
import { viewCells } from './checked-cells.ts';
import { type RecordFinding, settleRecord } from './settle-record.ts';

export interface CheckContext {
  readonly plan: RowPlan<CustomerImportKey>;
  readonly request: CheckRequest;
  readonly lookups: ImportLookups;
  /** Tiers and users that cells may name. */
  readonly names: ImportNames;
  readonly answers: ReadonlyMap<number, RowAnswers>;
}

type Reading = RowReading<CustomerImportKey>;

const noAnswers: RowAnswers = { edits: {}, decision: null, customerId: null };

/**
 * Says of each row what an import would do and why; reads the book, writes nothing. Rows in the order of the sheet.
 * `rows` is gone through twice, and must give the same both times: a large sheet's cells are not kept between.
 */
export function* checkRows(rows: Iterable<SheetRow>, context: CheckContext): Generator<CheckedRow, void, undefined> {
  const readings: Reading[] = [];
  for (const row of rows) {
    const answers = context.answers.get(row.row) ?? noAnswers;
    readings.push(readRow(withEdits(row, context.plan, answers), context.plan, customersTarget, context.names));
  }
  const takesPart = (reading: Reading) =>
    reading.skip === null && reading.problems.length === 0 && context.answers.get(reading.row)?.decision !== 'skip';
  const sheet = foldRows(readings.filter(takesPart), customersTarget, columnOfField(context.plan));
  const recordOf = new Map<number, FoldedRecord<CustomerImportKey>>();
  for (const record of sheet.records) for (const row of record.rows) recordOf.set(row, record);
  const findings = new Map<FoldedRecord<CustomerImportKey>, RecordFinding>();
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

function settle(
  record: FoldedRecord<CustomerImportKey>,
  sheet: FoldedSheet<CustomerImportKey>,
  { request, lookups, answers }: CheckContext,
): RecordFinding {
  return settleRecord(customerRecordOf(record), {
    request,
    lookups,
    answers: answers.get(record.firstRow) ?? noAnswers,
    twinRow: sheet.sameName.get(record.firstRow) ?? null,
  });
}

interface RowSituation {
  readonly sheet: FoldedSheet<CustomerImportKey>;
  readonly record: FoldedRecord<CustomerImportKey> | undefined;
  readonly finding: RecordFinding | null;
  readonly context: CheckContext;
}

interface Outcome {
  readonly result: ImportRowResult;
  readonly reason: RowReason | null;
  readonly otherRow: number | null;
}

function checkedRow(reading: Reading, source: SheetRow, situation: RowSituation): CheckedRow {
  const { sheet, record, finding, context } = situation;
  const isFirst = record?.firstRow === reading.row;
  const outcome = outcomeOf(reading, situation);
  const notices = [
    ...reading.notices,
    ...(sheet.notices.get(reading.row) ?? []),
    ...(isFirst && finding ? finding.notices(reading.row) : []),
  ];
  const view: ImportRow = {
    row: reading.row,
    ...outcome,
    cells: viewCells(
      reading,
      withEdits(source, context.plan, context.answers.get(reading.row) ?? noAnswers),
      context.plan,
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
    keys: keysOf(reading),
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

function outcomeOf(reading: Reading, { sheet, record, finding, context }: RowSituation): Outcome {
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
  if (record.firstRow !== reading.row) return plain(finding.result, 'folded', record.firstRow);
  return plain(
    finding.result,
    finding.reason,
    finding.reason === 'same_name_in_file' ? (sheet.sameName.get(reading.row) ?? null) : null,
  );
}

/** What the user typed in the check grid, in the place of what the sheet says. */
function withEdits(row: SheetRow, plan: RowPlan<CustomerImportKey>, { edits }: RowAnswers): SheetRow {
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

function columnOfField(plan: RowPlan<CustomerImportKey>): (field: CustomerImportKey) => number {
  const columns = new Map<CustomerImportKey, number>();
  for (const { column, field } of plan.columns) if (field !== null && !columns.has(field)) columns.set(field, column);
  return (field) => columns.get(field) ?? -1;
}

function keysOf({ values }: Reading): readonly string[] {
  const name = values.get('name');
  const code = values.get('uscc');
  const keys: string[] = [];
  if (typeof name === 'string' && bareText(name) !== '') keys.push(`name ${bareText(name)}`);
  if (typeof code === 'string') keys.push(`code ${code}`);
  return keys;
}
