import type { FoundHeader } from './find-header.ts';
import { headingForms } from './heading-word.ts';
import { fieldOf, type ImportTarget, type ValueLook } from './import-target.ts';
import { type KnownHeadings, knownHeadings } from './known-headings.ts';
import { cellText, type SheetCell, type SheetRow } from './sheet-cell.ts';
import { columnFits, columnLooks } from './value-look.ts';

export interface MatchedColumn<Key extends string = string> {
  /** From 0. */
  readonly column: number;
  /** As in the file; '' when the column has none. */
  readonly header: string;
  /** Null: not imported unless the user says so (into the note, for example). */
  readonly field: Key | null;
  readonly confidence: 'header' | 'values' | 'none';
  /** Up to 5 different texts from the data. */
  readonly samples: readonly string[];
}

const samplesShown = 5;

/**
 * Which column is which field: by the whole heading, then by a heading that means different fields in different company,
 * then by a known word that makes up most of a heading, then by what the values look like. No field twice unless it is
 * repeatable; the leftmost column wins. Same input, same answer.
 */
export function matchColumns<Key extends string>(
  header: FoundHeader,
  rows: readonly SheetRow[],
  target: ImportTarget<Key>,
): readonly MatchedColumn<Key>[] {
  const data = rows.filter((row) => row.row >= header.firstDataRow);
  const width = Math.max(header.headings.length, ...data.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    heading: header.headings[column] ?? '',
    banner: header.banners[column] ?? '',
    cells: data.map((row) => row.cells[column] ?? null),
  })).filter(({ heading, cells }) => heading !== '' || cells.some((cell) => cell !== null));
  const matched = matchAll(columns, target);
  return columns.map(({ column, heading, cells }) => ({
    column,
    header: heading,
    field: matched.get(column)?.field ?? null,
    confidence: matched.get(column)?.confidence ?? 'none',
    samples: samplesOf(cells),
  }));
}

interface SheetColumn {
  readonly column: number;
  readonly heading: string;
  readonly banner: string;
  readonly cells: readonly (SheetCell | null)[];
}
type Matches<Key extends string> = Map<number, { readonly field: Key; readonly confidence: 'header' | 'values' }>;

function matchAll<Key extends string>(columns: readonly SheetColumn[], target: ImportTarget<Key>): Matches<Key> {
  const known = knownHeadings(target);
  const matches: Matches<Key> = new Map();
  const isFree = (key: Key) =>
    fieldOf(target, key)?.isRepeatable === true || ![...matches.values()].some((match) => match.field === key);
  const take = (column: SheetColumn, key: Key | null, confidence: 'header' | 'values' = 'header') => {
    if (key !== null && !matches.has(column.column) && isFree(key))
      matches.set(column.column, { field: key, confidence });
  };
  const isOpen = (column: SheetColumn) => !matches.has(column.column) && !isIgnored(column, known);
  for (const column of columns) take(column, byWholeHeading(column, known));
  // One shared heading after another: 姓名 settles who the contact is before 电话 asks.
  for (const [index, shared] of target.sharedHeadings.entries()) {
    for (const column of columns) {
      if (!isOpen(column) || !headingForms(column.heading).some((form) => known.shared.get(form) === index)) continue;
      const present = new Set([...matches.values()].map((match) => match.field));
      const rule = shared.rules.find(
        ({ beside, without, looks }) =>
          (beside ?? []).every((key) => present.has(key)) &&
          !(without ?? []).some((key) => present.has(key)) &&
          (looks === undefined || columnLooks(column.cells, looks)),
      );
      take(column, rule?.field ?? null);
    }
  }
  for (const column of columns) if (isOpen(column)) take(column, byPartOfHeading(column, known, target));
  for (const field of target.fields) {
    for (const look of field.looks ?? []) {
      // Values alone never give a repeatable field a second column.
      const isTaken = [...matches.values()].some((match) => match.field === field.key);
      const found = isTaken ? undefined : columns.find((column) => isOpen(column) && saysSo(column, look));
      if (found) take(found, field.key, 'values');
    }
  }
  return matches;
}

/** Two or three characters look like a person too easily (徐泾, 陆家嘴) to overrule a heading that says something else. */
function saysSo(column: SheetColumn, look: ValueLook): boolean {
  return (look !== 'person' || column.heading === '') && columnLooks(column.cells, look);
}

function isIgnored(column: SheetColumn, known: KnownHeadings<string>): boolean {
  return headingForms(column.heading).some((form) => known.ignored.has(form));
}

/** Under a banner both words count first: 姓名 under 联系人 is 联系人姓名. */
function byWholeHeading<Key extends string>(column: SheetColumn, known: KnownHeadings<Key>): Key | null {
  const forms = headingForms(column.heading);
  const underBanner = column.banner === '' ? [] : forms.flatMap((form) => headingForms(column.banner + form));
  for (const form of [...underBanner, ...forms]) {
    const key = known.fields.get(form);
    if (key !== undefined) return key;
    if (known.shared.has(form) || known.ignored.has(form)) return null;
  }
  return null;
}

/** What sheets put before a plain word without changing its meaning: 公司行业, 主要需求. */
const plainPrefix = /^(?:客户|公司|单位|企业|主要|所属|所在|联系)/u;

/**
 * The longest known word that fills at least half of a Chinese heading. A word of two characters counts only behind a
 * prefix that means nothing here: 员工类型 and 商机类型 are no 类型 of a customer.
 */
function byPartOfHeading<Key extends string>(
  column: SheetColumn,
  known: KnownHeadings<Key>,
  target: ImportTarget<Key>,
): Key | null {
  const [form = ''] = headingForms(column.heading);
  if (!/\p{Script=Han}/u.test(form)) return null;
  const bare = form.replace(plainPrefix, '');
  let best: { readonly word: string; readonly key: Key } | null = null;
  for (const [word, key] of known.fields) {
    const isWithin = word.length >= 3 && word.length * 2 >= form.length && form.includes(word);
    if (!isWithin && !(word.length === 2 && word === bare)) continue;
    if (!best || word.length > best.word.length) best = { word, key };
  }
  const kind = best ? fieldOf(target, best.key)?.kind : undefined;
  return best && kind && columnFits(column.cells, kind) ? best.key : null;
}

function samplesOf(cells: readonly (SheetCell | null)[]): readonly string[] {
  const texts = new Set(cells.map((cell) => cellText(cell).trim()).filter((text) => text !== ''));
  return [...texts].slice(0, samplesShown);
}
