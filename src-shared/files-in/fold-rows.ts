import { bareText } from '../core/fold-text.ts';
import { looksLikePersonName } from '../customers/person-name.ts';
import { normalisePhone } from '../customers/phone.ts';
import { splitPhones } from '../customers/split-phones.ts';
import type { ImportNotice, SkipReason } from './import-problem.ts';
import {
  type FoldingTarget,
  fieldOf,
  type ImportTarget,
  type ImportValue,
  type ImportValues,
} from './import-target.ts';
import type { RowReading } from './read-row.ts';
import type { RowReason } from './row-reason.ts';

/** One record of the file, with what its rows say of it together. */
export interface FoldedRecord<Key extends string = string> {
  readonly firstRow: number;
  /** All rows that went into it, the first included. */
  readonly rows: readonly number[];
  /** Fields of the record itself: the first row that says something wins. */
  readonly values: ImportValues<Key>;
  /** One per contact, in the order of the rows; each with the row that brought it. */
  readonly children: readonly { readonly row: number; readonly values: ImportValues<Key> }[];
}

export interface FoldedSheet<Key extends string = string> {
  readonly records: readonly FoldedRecord<Key>[];
  /** Row → the first row of the record that it joined. */
  readonly foldsInto: ReadonlyMap<number, number>;
  /** Row → the first row of an earlier record of the same name that it did not join: the user says whether they are one. */
  readonly sameName: ReadonlyMap<number, number>;
  /** Rows that say nothing new. */
  readonly skipped: ReadonlyMap<number, SkipReason>;
  readonly notices: ReadonlyMap<number, readonly ImportNotice[]>;
  /** First row of a record → why it stays out as a whole, and the row at which that shows. */
  readonly blocked: ReadonlyMap<number, { readonly reason: RowReason; readonly row: number }>;
}

const nothingBlocked: FoldedSheet['blocked'] = new Map();

interface OpenRecord<Key extends string> {
  readonly firstRow: number;
  readonly rows: number[];
  /**
   * While one row is all there is, the values of that row, its contact's among them: in a list of different customers,
   * maps of their own would be half of the memory. See `ownMaps`.
   */
  values: ImportValues<Key>;
  children: { readonly row: number; readonly values: ImportValues<Key> }[];
}

/**
 * Joins the rows of one customer (domain §10): the same credit code; or the same name as written but for spaces, case,
 * width and punctuation, when a further contact is named or nothing else contradicts. Different codes never join, and
 * two 张伟 are one person only when a phone is the same too.
 * Give it the rows without problems, in the order of the file; skipped ones are left out.
 * `columnOf` names the column of a field, for the notices.
 */
export function foldRows<Key extends string>(
  readings: readonly RowReading<Key>[],
  target: FoldingTarget<'by_identity', Key>,
  columnOf: (field: Key) => number,
): FoldedSheet<Key> {
  const records: OpenRecord<Key>[] = [];
  const byCode = new Map<string, OpenRecord<Key>>();
  const byName = new Map<string, OpenRecord<Key>[]>();
  const seen = new Map<number, RowReading<Key>[]>();
  const foldsInto = new Map<number, number>();
  const sameName = new Map<number, number>();
  const skipped = new Map<number, SkipReason>();
  const notices = new Map<number, readonly ImportNotice[]>();
  for (const reading of readings) {
    const { row, skip, values } = reading;
    if (skip) continue;
    const hash = fingerprint(values, target);
    const alike = seen.get(hash);
    const twin = alike?.find((other) => saysTheSame(other.values, values));
    if (twin) {
      skipped.set(row, { kind: 'same_as_row', row: twin.row });
      continue;
    }
    if (alike) alike.push(reading);
    else seen.set(hash, [reading]);
    const code = textOf(values, target.folding.code);
    const name = bareText(textOf(values, target.folding.name));
    const sameNamed = byName.get(name) ?? [];
    const known =
      (code === '' ? undefined : byCode.get(code)) ?? sameNamed.find((record) => isOneRecord(record, values, target));
    const record: OpenRecord<Key> = known ?? recordOf(reading, target);
    if (!known) {
      records.push(record);
      if (name !== '') byName.set(name, [...sameNamed, record]);
      const [first] = sameNamed;
      if (first) sameName.set(row, first.firstRow);
    }
    const differing = known ? addTo(known, row, values, target) : [];
    if (known) foldsInto.set(row, record.firstRow);
    if (differing.length > 0) {
      notices.set(
        row,
        differing.map(({ field, text }) => ({
          kind: 'differs_from_first_row',
          column: columnOf(field),
          text,
          row: record.firstRow,
        })),
      );
    }
    const ownCode = textOf(record.values, target.folding.code);
    if (ownCode !== '' && !byCode.has(ownCode)) byCode.set(ownCode, record);
  }
  return { records, foldsInto, sameName, skipped, notices, blocked: nothingBlocked };
}

function isOneRecord<Key extends string>(
  record: OpenRecord<Key>,
  values: ImportValues<Key>,
  target: FoldingTarget<'by_identity', Key>,
): boolean {
  const { code, name, phones } = target.folding;
  const codes = [textOf(record.values, code), textOf(values, code)];
  if (codes[0] !== '' && codes[1] !== '' && codes[0] !== codes[1]) return false;
  const children = record.children.map((child) => child.values);
  // A further contact says that the row is about a customer already there, whatever else it repeats or changes.
  if (namesAChild(values, target) && children.some((child) => namesAChild(child, target, record.values))) return true;
  if (!looksLikePersonName(textOf(values, name))) return !differs(record.values, values, target);
  const own = new Set([record.values, ...children].flatMap((part) => digitsOf(part, phones)));
  return digitsOf(values, phones).some((digits) => own.has(digits));
}

function namesAChild<Key extends string>(
  values: ImportValues<Key>,
  target: FoldingTarget<'by_identity', Key>,
  main: ImportValues<Key> = values,
): boolean {
  const childName = textOf(values, target.folding.childName);
  return childName !== '' && bareText(childName) !== bareText(textOf(main, target.folding.name));
}

/** True when both say something about the record itself, and not the same; lists and repeatable texts can only grow. */
function differs<Key extends string>(
  before: ImportValues<Key>,
  after: ImportValues<Key>,
  target: ImportTarget<Key>,
): boolean {
  return [...after].some(([key, value]) => {
    const field = fieldOf(target, key);
    const known = before.get(key);
    return field?.of === 'main' && !field.isRepeatable && known !== undefined && print(known) !== print(value);
  });
}

function recordOf<Key extends string>({ row, values }: RowReading<Key>, target: ImportTarget<Key>): OpenRecord<Key> {
  let hasChild = false;
  for (const key of values.keys()) hasChild ||= fieldOf(target, key)?.of === 'child';
  return { firstRow: row, rows: [row], values, children: hasChild ? [{ row, values }] : [] };
}

/** Maps that may be written: a further row is about to add to what the first one said. */
function ownMaps<Key extends string>(
  record: OpenRecord<Key>,
  target: ImportTarget<Key>,
): { readonly main: Map<Key, ImportValue>; readonly children: { row: number; values: Map<Key, ImportValue> }[] } {
  const part = (values: ImportValues<Key>, of: 'main' | 'child') =>
    new Map([...values].filter(([key]) => (fieldOf(target, key)?.of === 'child') === (of === 'child')));
  const main = part(record.values, 'main');
  const children = record.children.map(({ row, values }) => ({ row, values: part(values, 'child') }));
  record.values = main;
  record.children = children;
  return { main, children };
}

/** The fields in which the row contradicts what an earlier row said. */
function addTo<Key extends string>(
  record: OpenRecord<Key>,
  row: number,
  values: ImportValues<Key>,
  target: FoldingTarget<'by_identity', Key>,
): readonly { readonly field: Key; readonly text: string }[] {
  record.rows.push(row);
  const { main, children } = ownMaps(record, target);
  const differing: { field: Key; text: string }[] = [];
  const child = new Map<Key, ImportValue>();
  for (const [key, value] of values) {
    const field = fieldOf(target, key);
    if (field?.of === 'child') child.set(key, value);
    else if (!mergeInto(main, key, value, field?.isRepeatable === true))
      differing.push({ field: key, text: String(value) });
  }
  if (child.size === 0) return differing;
  const childName = bareText(textOf(child, target.folding.childName));
  const known = children.find(
    (other) =>
      childName !== '' &&
      bareText(textOf(other.values, target.folding.childName)) === childName &&
      !contradicts(other.values, child),
  );
  if (!known) children.push({ row, values: child });
  else for (const [key, value] of child) if (!known.values.has(key)) known.values.set(key, value);
  return differing;
}

/** False when the field holds something else already; lists and repeatable texts grow instead. */
function mergeInto<Key extends string>(
  into: Map<Key, ImportValue>,
  key: Key,
  value: ImportValue,
  isRepeatable: boolean,
): boolean {
  const before = into.get(key);
  if (before === undefined) into.set(key, value);
  else if (Array.isArray(before) && Array.isArray(value)) into.set(key, [...new Set([...before, ...value])]);
  else if (print(before) === print(value)) return true;
  else if (isRepeatable && typeof before === 'string' && typeof value === 'string') {
    const parts = before.split(/[、\n]/);
    if (!parts.includes(value))
      into.set(key, `${before}${/^[\d\s()+\-、]+$/.test(before + value) ? '、' : '\n'}${value}`);
  } else return false;
  return true;
}

/** Two contacts of one name are two persons when their numbers or addresses differ. */
function contradicts<Key extends string>(a: ImportValues<Key>, b: ImportValues<Key>): boolean {
  return [...b].some(([key, value]) => a.has(key) && print(a.get(key) ?? '') !== print(value));
}

function print(value: ImportValue): string {
  return JSON.stringify(typeof value === 'string' ? bareText(value) || value : value);
}

/** 32 bits of all that a row says, whatever the order of its columns: equal for equal rows, and seldom else. */
function fingerprint<Key extends string>(values: ImportValues<Key>, target: ImportTarget<Key>): number {
  let hash = 0;
  for (const { key } of target.fields) {
    hash = Math.imul(hash, 31) + 1;
    const value = values.get(key);
    if (value === undefined) continue;
    const text = typeof value === 'string' ? value : String(value);
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash, 31) + text.charCodeAt(index);
  }
  return hash | 0;
}

function saysTheSame<Key extends string>(a: ImportValues<Key>, b: ImportValues<Key>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => JSON.stringify(value) === JSON.stringify(b.get(key)));
}

function textOf<Key extends string>(values: ImportValues<Key>, key: Key): string {
  const value = values.get(key);
  return typeof value === 'string' ? value : '';
}

function digitsOf<Key extends string>(values: ImportValues<Key>, keys: readonly Key[]): readonly string[] {
  return keys.flatMap((key) => splitPhones(textOf(values, key)).flatMap((text) => normalisePhone(text)?.digits ?? []));
}
