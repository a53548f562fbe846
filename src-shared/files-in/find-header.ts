import { tidySpaces } from '../core/fold-text.ts';
import { headingForms, headingWord } from './heading-word.ts';
import type { ImportTarget } from './import-target.ts';
import { type KnownHeadings, knownHeadings } from './known-headings.ts';
import { cellText, type SheetCell, type SheetRow } from './sheet-cell.ts';
import type { MergedRange } from './workbook-info.ts';

export type HeaderReason =
  /** words of the target were found */
  | 'known_words'
  /** none was, but the row reads like headings above data */
  | 'looks_like_headings'
  | 'no_header';

export interface FoundHeader {
  /** As in the file, from 1; 0 when the sheet has no header. */
  readonly headerRow: number;
  readonly firstDataRow: number;
  readonly why: HeaderReason;
  /** By column, from 0; '' where there is no heading. */
  readonly headings: readonly string[];
  /** The banner above each column (联系人 above 姓名 and 电话), '' where there is none. */
  readonly banners: readonly string[];
  /** Rows between header and data that are no data: the header in English again, 必填 and 选填, an example. */
  readonly skipped: readonly number[];
}

/** Rows further down are never taken for a header (domain §10). */
const lastHeaderRow = 20;
/** A heading is a word, not a sentence: what is longer is a title or an instruction. */
const longestHeading = 30;

const instruction =
  /^(?:必填|选填|非必填|可选|示例|样例|范例|例如|例[:：]|填写|请填|请选|请输入|请按|格式|文本|日期格式|数字|最多|不超过|不能超过|下拉|说明|注[:：]|注意|required|optional|e\.g\.|example|sample|please|max\.?\s)/iu;

/** Where the header stands and where the data begins, out of a sheet's first rows. */
export function findHeader(
  rows: readonly SheetRow[],
  target: ImportTarget,
  merges: readonly MergedRange[] = [],
): FoundHeader {
  const known = knownHeadings(target);
  const candidates = rows.filter((row) => row.row <= lastHeaderRow);
  let best: { row: SheetRow; hits: number } | null = null;
  for (const row of candidates) {
    const hits = knownIn(row, known);
    const filled = textsOf(row).length;
    // One known word alone in a row of many is chance: a customer called 其他, a cell saying 公司.
    if (hits === 0 || (hits === 1 && filled > 2) || (hits < 3 && hits * 4 < filled)) continue;
    if (!best || hits > best.hits) best = { row, hits };
  }
  if (best) return describe(best.row, 'known_words', rows, merges, known);
  const guess = candidates.find((row, index) => readsLikeHeadings(row, candidates[index + 1]));
  if (guess) return describe(guess, 'looks_like_headings', rows, merges, known);
  return { headerRow: 0, firstDataRow: rows[0]?.row ?? 1, why: 'no_header', headings: [], banners: [], skipped: [] };
}

/** As findHeader, for the row that the user says is the header; 0: the sheet has none. */
export function headerAt(
  rowNumber: number,
  rows: readonly SheetRow[],
  target: ImportTarget,
  merges: readonly MergedRange[] = [],
): FoundHeader {
  const row = rows.find((candidate) => candidate.row === rowNumber);
  if (row) return describe(row, 'known_words', rows, merges, knownHeadings(target));
  return { headerRow: 0, firstDataRow: rowNumber + 1, why: 'no_header', headings: [], banners: [], skipped: [] };
}

function describe(
  header: SheetRow,
  why: HeaderReason,
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
  known: KnownHeadings<string>,
): FoundHeader {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const headings = Array.from({ length: width }, (_, column) => headingAt(header, column, rows, merges));
  const banners = headings.map((heading, column) => (heading === '' ? '' : bannerAt(header, column, rows, merges)));
  const below = rows.filter((row) => row.row > header.row);
  const skipped: number[] = [];
  for (const row of below.slice(0, 5)) {
    if (!isSecondHeader(row, headings, known) && !isInstruction(row)) break;
    skipped.push(row.row);
  }
  const firstDataRow = (skipped.at(-1) ?? header.row) + 1;
  return { headerRow: header.row, firstDataRow, why, headings, banners, skipped };
}

/** The cell's own text, or that of the tall merged cell that reaches down to it. */
function headingAt(
  header: SheetRow,
  column: number,
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
): string {
  const own = headingText(header.cells[column] ?? null);
  if (own !== '') return own;
  const tall = mergeOver(merges, header.row, column);
  if (!tall || tall.firstRow === header.row || tall.firstColumn !== column + 1) return '';
  return headingText(cellAt(rows, tall.firstRow, column));
}

/** A wide merged cell in the row directly above. */
function bannerAt(header: SheetRow, column: number, rows: readonly SheetRow[], merges: readonly MergedRange[]): string {
  const wide = mergeOver(merges, header.row - 1, column);
  if (!wide || wide.firstColumn === wide.lastColumn || wide.lastRow >= header.row) return '';
  // A title over the whole sheet says nothing about one column.
  if (wide.lastColumn - wide.firstColumn + 1 >= textsOf(header).length) return '';
  return headingText(cellAt(rows, wide.firstRow, wide.firstColumn - 1));
}

function mergeOver(merges: readonly MergedRange[], row: number, column: number): MergedRange | undefined {
  return merges.find(
    (merge) =>
      merge.firstRow <= row &&
      row <= merge.lastRow &&
      merge.firstColumn <= column + 1 &&
      column + 1 <= merge.lastColumn,
  );
}

function cellAt(rows: readonly SheetRow[], row: number, column: number): SheetCell | null {
  return rows.find((candidate) => candidate.row === row)?.cells[column] ?? null;
}

function headingText(cell: SheetCell | null): string {
  return cell?.t === 'e' ? '' : tidySpaces(cellText(cell));
}

function textsOf(row: SheetRow): readonly string[] {
  return row.cells.map(headingText).filter((text) => text !== '');
}

/** How many different known words the row holds; a long text is a sentence, whatever stands in it. */
function knownIn(row: SheetRow, known: KnownHeadings<string>): number {
  const words = textsOf(row).filter((text) => text.length <= longestHeading);
  return new Set(
    words.flatMap((text) =>
      headingForms(text)
        .filter((form) => known.all.has(form))
        .slice(0, 1),
    ),
  ).size;
}

/** Two or more different short texts without digits, above a row that is filled as well. */
function readsLikeHeadings(row: SheetRow, next: SheetRow | undefined): boolean {
  const filled = row.cells.filter((cell) => cell !== null);
  const texts = textsOf(row);
  if (texts.length < 2 || !next || new Set(texts).size < texts.length) return false;
  if (!filled.every((cell) => cell?.t === 's') || texts.some((text) => text.length > longestHeading)) return false;
  if (texts.some((text) => /^[\d\s.,:/+-]+$|@|\d{4,}/.test(text))) return false;
  return textsOf(next).length >= 2;
}

/** The header again in another language: known words, or under Chinese headings a row of nothing but identifiers. */
function isSecondHeader(row: SheetRow, headings: readonly string[], known: KnownHeadings<string>): boolean {
  const texts = textsOf(row);
  const filledHeadings = headings.filter((heading) => heading !== '').length;
  if (texts.length < 2 || texts.length * 2 < filledHeadings) return false;
  const hits = texts.filter((text) => headingForms(text).some((form) => known.all.has(form))).length;
  if (hits * 2 > texts.length) return true;
  const own = new Set(headings.map(headingWord));
  if (texts.filter((text) => own.has(headingWord(text))).length * 2 > texts.length) return true;
  const isChineseHeader = headings.filter((heading) => /\p{Script=Han}/u.test(heading)).length * 2 > filledHeadings;
  const identifiers = texts.filter((text) => /^[A-Za-z]+(?:[a-z][A-Z]|_)[A-Za-z_]*$/.test(text)).length;
  return (
    isChineseHeader && hits > 0 && identifiers * 2 >= texts.length && texts.every((text) => /^[A-Za-z_ ]+$/.test(text))
  );
}

function isInstruction(row: SheetRow): boolean {
  const texts = textsOf(row);
  if (texts.length === 0) return false;
  const told = texts.filter((text) => instruction.test(text.replace(/^[(（[【]/, ''))).length;
  return told * 2 > texts.length || (/^[(（[【]?(?:示例|样例|范例|example)/iu.test(texts[0] ?? '') && texts.length > 1);
}
