import { writeFileSync } from 'node:fs';
import { aFirm, sources } from '../db/seed/firm-names.ts';
import { aContactName, aLandline, aMobile, jobTitles } from '../db/seed/people.ts';
import { anAddress, aPlace } from '../db/seed/places.ts';
import { Random } from '../db/seed/random.ts';
import { xlsxOf } from '../src-main/files/spreadsheet/testing/xlsx-writer.ts';
import { dayNumber, fromDayNumber, parseCalendarDate } from '../src-shared/core/calendar-date.ts';
import { parseUscc } from '../src-shared/customers/uscc.ts';

/** A firm's list of customers as it comes out of another program: 20 columns, nearly all cells filled. */
export const sheetHeaders = [
  '客户名称',
  '客户简称',
  '统一社会信用代码',
  '联系人',
  '职务',
  '手机',
  '电话',
  '微信',
  '邮箱',
  '省份',
  '城市',
  '区县',
  '详细地址',
  '行业',
  '客户来源',
  '客户等级',
  '标签',
  '备注',
  '合作开始日期',
  '下次拜访日期',
] as const;

/** Text, or a day (`2026-03-05`) where the column is one of days; '' is a blank cell. */
export type SheetLine = readonly string[];

/** From 0: 合作开始日期 and 下次拜访日期. */
export const dayColumns: ReadonlySet<number> = new Set([18, 19]);
/** Every so often a row repeats an earlier one, and every so often a phone is none. */
const repeatEvery = 200;
const wrongPhoneEvery = 333;

/** What a check of the first `rows` lines must find. */
export interface SheetTruth {
  readonly repeated: number;
  readonly wrong: number;
}

/** The same lines for the same number, on any machine. Names are all different, as in a list that is kept. */
export function sheetLines(rows: number): { readonly lines: readonly SheetLine[]; readonly truth: SheetTruth } {
  const lines: SheetLine[] = [];
  const truth = { repeated: 0, wrong: 0 };
  for (let index = 0; index < rows; index += 1) {
    const isRepeat = index % repeatEvery === repeatEvery - 1;
    const original = isRepeat ? index - repeatEvery / 2 : index;
    // A row with a wrong cell is an error first, also when it repeats another.
    const isWrong = original % wrongPhoneEvery === 0;
    lines.push(lineOf(original, isWrong));
    if (isWrong) truth.wrong += 1;
    else if (isRepeat) truth.repeated += 1;
  }
  return { lines, truth };
}

function lineOf(index: number, isWrong: boolean): SheetLine {
  const random = new Random(20261121, index);
  const place = aPlace(random);
  const firm = aFirm(place, random);
  const name = `${firm.name}${numberWord(index)}`;
  const mobile = aMobile(random);
  const day = (from: number, to: number) => fromDayNumber(random.between(from, to));
  return [
    name,
    firm.shortName ?? firm.name.slice(0, 4),
    uscc(index),
    aContactName(random),
    random.pick(jobTitles),
    isWrong ? '换号了' : mobile,
    aLandline(place.city, random),
    `wx${mobile.slice(3)}`,
    `${mobile}@qq.com`,
    place.province,
    place.city,
    place.district,
    anAddress(random),
    firm.industry,
    random.pick(sources),
    random.pick(['A', 'B', 'C', 'D']),
    random.pick(['老客户', '月结', '要发票', '工程客户', '零售', '']),
    random.chance(0.3) ? random.pick(['只收现金', '开票要先对账', '送货前打电话']) : '',
    day(18_000, 20_400),
    random.chance(0.2) ? day(20_500, 20_560) : '',
  ];
}

const digitWords = [...'一二三四五六七八九十'];

/** 一 to 十 for each digit: no two lines have one name, and no number at its end is taken for a phone. */
function numberWord(index: number): string {
  return [...String(index)].map((digit) => digitWords[Number(digit)]).join('');
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

function uscc(index: number): string {
  const body = `91330106${String(index).padStart(9, '0')}`;
  for (const check of usccAlphabet) {
    const code = parseUscc(body + check);
    if (code !== null) return code;
  }
  throw new Error('one of 31 check characters is right');
}

/** Days from Excel's day 0 to 1970-01-01. */
const epochSerial = 25_569;

/** Writes the lines as Excel does: shared texts, days as numbers with a day's format. */
export function writeCustomerSheet(path: string, lines: readonly SheetLine[]): void {
  const strings: string[] = [];
  const known = new Map<string, number>();
  const shared = (text: string): number => {
    const at = known.get(text) ?? strings.push(text) - 1;
    known.set(text, at);
    return at;
  };
  const cell = (text: string, column: number, row: number): string => {
    if (text === '') return '';
    const at = `${String.fromCharCode(65 + column)}${row}`;
    const day = dayColumns.has(column) ? parseCalendarDate(text) : null;
    if (day) return `<c r="${at}" s="1"><v>${dayNumber(day) + epochSerial}</v></c>`;
    return `<c r="${at}" t="s"><v>${shared(text)}</v></c>`;
  };
  const rowXml = (line: SheetLine, index: number) =>
    `<row r="${index + 1}">${line.map((text, column) => cell(text, column, index + 1)).join('')}</row>`;
  const rows = [sheetHeaders, ...lines].map(rowXml).join('');
  const texts = strings.map(escaped);
  writeFileSync(path, xlsxOf({ sheets: [{ name: '客户', rows }], strings: texts, formats: [0, 14] }));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
