import { tidySpaces } from '../core/fold-text.ts';
import type { ColumnAnswers } from './column-answers.ts';
import { headingWord } from './heading-word.ts';
import type { ImportNotice, ImportProblem, SkipReason } from './import-problem.ts';
import { fieldOf, type ImportField, type ImportTarget, type ImportValue, type ImportValues } from './import-target.ts';
import { isBlankCell } from './read-cell.ts';
import { type ImportLookups, readField } from './read-field.ts';
import { cellText, type SheetCell, type SheetRow } from './sheet-cell.ts';

/** How a sheet is read: what the user accepted for its columns. */
export interface RowPlan<Key extends string = string> {
  readonly columns: readonly {
    /** From 0. */
    readonly column: number;
    readonly heading: string;
    readonly field: Key | null;
    readonly answers: ColumnAnswers;
  }[];
  readonly includeHiddenRows: boolean;
}

export interface RowProblem<Key extends string = string> {
  /** Null: the field has no column, or no cell in this row. */
  readonly column: number | null;
  readonly field: Key;
  readonly problem: ImportProblem;
  /** What the cell says. */
  readonly text: string;
}

export interface RowReading<Key extends string = string> {
  /** As in the file, from 1. */
  readonly row: number;
  readonly skip: SkipReason | null;
  readonly values: ImportValues<Key>;
  readonly problems: readonly RowProblem<Key>[];
  readonly notices: readonly ImportNotice[];
}

/** Reads one row of a sheet into the target's fields. Two columns of one field: the left one first, in the order of `plan`. */
export function readRow<Key extends string>(
  row: SheetRow,
  plan: RowPlan<Key>,
  target: ImportTarget<Key>,
  lookups: ImportLookups,
): RowReading<Key> {
  const skip = skipReason(row, plan);
  const values = new Map<Key, ImportValue>();
  const problems: RowProblem<Key>[] = [];
  const notices: ImportNotice[] = [];
  if (skip) return { row: row.row, skip, values, problems, notices };
  const otherHalves: { readonly field: Key; readonly text: string }[] = [];
  for (const planned of fieldColumns(plan, target)) {
    const { column, field } = planned;
    const cell = row.cells[column] ?? null;
    const reading = readField(cell, field.kind, field.otherHalf !== undefined, planned, lookups);
    if (!reading.ok) {
      problems.push({ column, field: field.key, problem: reading.error, text: shownText(cell) });
      continue;
    }
    const { value, otherHalf, notice } = reading.value;
    if (notice) notices.push(noticeOf(notice, column, shownText(cell), row.row));
    if (otherHalf !== undefined && field.otherHalf) otherHalves.push({ field: field.otherHalf, text: otherHalf });
    if (value === null) continue;
    const joined = planned.isOneOfMany ? join(values.get(field.key), value, planned.heading) : value;
    if (typeof joined === 'string' && field.maxLength !== undefined && joined.length > field.maxLength) {
      problems.push({ column, field: field.key, problem: 'too_long', text: shownText(cell) });
    } else values.set(field.key, joined);
  }
  // The half of a cell never overrules a column of its own.
  for (const { field, text } of otherHalves) if (!values.has(field)) values.set(field, text);
  complete(values, plan, target);
  for (const field of target.fields) {
    if (!field.required || values.has(field.key) || problems.some((problem) => problem.field === field.key)) continue;
    const column = plan.columns.find((candidate) => candidate.field === field.key)?.column ?? null;
    problems.push({ column, field: field.key, problem: 'required', text: '' });
  }
  if (problems.length === 0 && target.checkRow) {
    for (const { field: key, problem } of target.checkRow(values)) {
      const field = fieldOf(target, key);
      if (!field) throw new Error(`${target.name} has no field ${key}`);
      const column = plan.columns.find((candidate) => candidate.field === field.key)?.column ?? null;
      const text = column === null ? '' : shownText(row.cells[column] ?? null);
      problems.push({ column, field: field.key, problem, text });
    }
  }
  return { row: row.row, skip, values, problems, notices };
}

function noticeOf(kind: ImportNotice['kind'], column: number, text: string, row: number): ImportNotice {
  return kind === 'differs_from_first_row' ? { kind, column, text, row } : { kind, column, text };
}

/** Full names out of their parts, and fields that take over another's value when they have no column. */
function complete<Key extends string>(
  values: Map<Key, ImportValue>,
  plan: RowPlan<Key>,
  target: ImportTarget<Key>,
): void {
  for (const { into, family, given } of target.combined) {
    const parts = [values.get(family), values.get(given)].filter((part) => typeof part === 'string');
    if (!values.has(into) && parts.length > 0) values.set(into, fullName(parts));
    values.delete(family);
    values.delete(given);
  }
  for (const { field, from } of target.fallbacks) {
    const value = values.get(from);
    const hasColumn = plan.columns.some((column) => column.field === field);
    if (!hasColumn && !values.has(field) && value !== undefined) values.set(field, value);
  }
}

/** 张 and 三 are 张三; Doe and John are John Doe. */
function fullName([family = '', given = '']: readonly string[]): string {
  return /\p{Script=Han}/u.test(family + given) ? family + given : tidySpaces(`${given} ${family}`);
}

function shownText(cell: SheetCell | null): string {
  return tidySpaces(cellText(cell));
}

interface FieldColumn<Key extends string> {
  readonly column: number;
  readonly heading: string;
  readonly answers: ColumnAnswers;
  readonly field: ImportField<Key>;
  /** Further columns go into the same field. */
  readonly isOneOfMany: boolean;
}
const fieldColumnsOf = new WeakMap<object, { readonly target: object; readonly columns: readonly unknown[] }>();

/** The columns that mean a field: what two million cells would else look up again. */
function fieldColumns<Key extends string>(plan: RowPlan<Key>, target: ImportTarget<Key>): readonly FieldColumn<Key>[] {
  const known = fieldColumnsOf.get(plan);
  // Safe: they were made from this plan and this target.
  if (known?.target === target) return known.columns as readonly FieldColumn<Key>[];
  const columns = plan.columns.flatMap(({ column, heading, answers, field: key }): readonly FieldColumn<Key>[] => {
    const field = key === null ? null : fieldOf(target, key);
    const isOneOfMany = plan.columns.filter((other) => other.field === key).length > 1;
    return field ? [{ column, heading, answers, field, isOneOfMany }] : [];
  });
  fieldColumnsOf.set(plan, { target, columns });
  return columns;
}

/** Columns of one field: lists are united, phones listed, texts put on lines that say where they came from. */
function join(before: ImportValue | undefined, value: ImportValue, heading: string): ImportValue {
  if (Array.isArray(value)) return Array.isArray(before) ? [...new Set([...before, ...value])] : value;
  if (typeof value !== 'string' || heading === '') return value;
  const isPhone = /^[\d\s()+\-、]+$/.test(value);
  const own = isPhone ? value : `${heading}：${value}`;
  if (typeof before !== 'string') return own;
  return isPhone ? (before.split('、').includes(value) ? before : `${before}、${value}`) : `${before}\n${own}`;
}

function skipReason<Key extends string>(row: SheetRow, plan: RowPlan<Key>): SkipReason | null {
  if (row.cells.every(isBlankCell)) return { kind: 'empty_row' };
  if (row.hidden && !plan.includeHiddenRows) return { kind: 'hidden_row' };
  if (isHeaderAgain(row, plan)) return { kind: 'repeated_header' };
  return isTotalRow(row.cells) ? { kind: 'total_row' } : null;
}

function isHeaderAgain<Key extends string>(row: SheetRow, plan: RowPlan<Key>): boolean {
  const headed = headedColumns(plan);
  let same = 0;
  for (const [index, { column, word }] of headed.entries()) {
    const cell = row.cells[column] ?? null;
    if (cell?.t === 's' && headingWord(cell.v) === word) same += 1;
    // A row of data is told from its first cells.
    if ((same + headed.length - 1 - index) * 5 < headed.length * 4) return false;
  }
  return same >= 2;
}

interface HeadedColumn {
  readonly column: number;
  readonly word: string;
}
const headedOf = new WeakMap<object, readonly HeadedColumn[]>();

function headedColumns<Key extends string>(plan: RowPlan<Key>): readonly HeadedColumn[] {
  let headed = headedOf.get(plan);
  if (!headed) {
    headed = plan.columns
      .filter(({ heading }) => heading !== '')
      .map(({ column, heading }) => ({ column, word: headingWord(heading) }));
    headedOf.set(plan, headed);
  }
  return headed;
}

/** 合计 at the start of a row that otherwise holds numbers alone. */
export function isTotalRow(cells: readonly (SheetCell | null)[]): boolean {
  const first = cells.find((cell) => !isBlankCell(cell));
  if (
    first?.t !== 's' ||
    !/^(?:合\s*计|总\s*计|小\s*计|总合计|本页合计|grand total|total|subtotal)[:：]?$/i.test(first.v.trim())
  )
    return false;
  const filled = cells.filter((cell) => !isBlankCell(cell));
  return filled.filter((cell) => cell?.t === 'n').length >= filled.length - 1;
}
