import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber } from '../core/calendar-date.ts';
import { fen, fenToYuanText } from '../core/money.ts';
import type { ColumnAnswers } from './column-answers.ts';
import { amountUnitOf, readAmountCell } from './parse-amount-cell.ts';
import { readDateCell } from './parse-date-cell.ts';
import { readPhoneCell } from './parse-phone-cell.ts';
import { readTextCell } from './read-cell.ts';
import type { CellError, SheetCell } from './sheet-cell.ts';
import { splitPersonPhone } from './split-person-phone.ts';

const s = (v: string): SheetCell => ({ t: 's', v });
const d = (v: string): SheetCell => ({ t: 'd', v });
const n = (v: number, raw = String(v)): SheetCell => ({ t: 'n', v, raw });
const e = (v: CellError): SheetCell => ({ t: 'e', v });

const day = (cell: SheetCell | null, answers?: ColumnAnswers) => {
  const reading = readDateCell(cell, answers);
  return reading.ok ? (reading.value?.day ?? null) : reading.error;
};
const time = (text: string) => {
  const reading = readDateCell(s(text));
  return reading.ok ? (reading.value?.time ?? null) : reading.error;
};

describe('readDateCell', () => {
  it.each([
    ['2026-3-5'],
    ['2026-03-05'],
    ['2026/3/5'],
    ['2026.3.5'],
    ['2026年3月5日'],
    ['2026年3月5号'],
    ['2026年03月05日 星期四'],
    ['２０２６－３－５'],
    ['20260305'],
    ['26年3月5日'],
    [' 2026/3/5 0:00 '],
    ['2026-03-05 08:30:00'],
    ['2026-03-05T14:30:00Z'],
    ['2026/3/5 下午3:20'],
    ['5-Mar-2026'],
    ['Mar 5, 2026'],
    ['March 5th 2026'],
  ])('reads %s', (text) => {
    expect(day(s(text))).toBe('2026-03-05');
  });

  it('reads date cells and eight digits stored as a number', () => {
    expect(day(d('2026-03-05'))).toBe('2026-03-05');
    expect(day(d('2026-03-05T08:30:00'))).toBe('2026-03-05');
    expect(day(n(20260305))).toBe('2026-03-05');
  });

  it('asks for the order of 03/05/2026, once answered reads it so', () => {
    expect(day(s('03/05/2026'))).toBe('ambiguous_date');
    expect(day(s('3-5-2026'))).toBe('ambiguous_date');
    expect(day(s('03/05/2026'), { dateOrder: 'dmy' })).toBe('2026-05-03');
    expect(day(s('03/05/2026'), { dateOrder: 'mdy' })).toBe('2026-03-05');
  });

  it('needs no answer where only one order is a day', () => {
    expect(day(s('03/15/2026'))).toBe('2026-03-15');
    expect(day(s('15/03/2026'))).toBe('2026-03-15');
    expect(day(s('05/05/2026'))).toBe('2026-05-05');
    expect(day(s('03/15/2024 9:12 AM'))).toBe('2024-03-15');
  });

  it('never turns day and month round once the order is answered', () => {
    expect(day(s('07/30/2025'), { dateOrder: 'dmy' })).toBe('impossible_date');
    expect(day(s('30/07/2025'), { dateOrder: 'mdy' })).toBe('impossible_date');
  });

  it('asks for the year of 3月5日, once answered reads it so', () => {
    expect(day(s('3月5日'))).toBe('date_without_year');
    expect(day(s('3月5日'), { year: 2026 })).toBe('2026-03-05');
    expect(day(s('2月29日'), { year: 2026 })).toBe('impossible_date');
    expect(day(s('2月29日'))).toBe('date_without_year');
    expect(day(s('2月30日'))).toBe('impossible_date');
  });

  it.each([
    ['2026-02-30', 'impossible_date'],
    ['2026-13-01', 'impossible_date'],
    ['31/02/2026', 'impossible_date'],
    ['32/13/2026', 'impossible_date'],
    ['20261301', 'impossible_date'],
    ['0026-03-05', 'impossible_date'],
    ['2026-03-05 25:00', 'impossible_date'],
    ['26.3.5', 'not_a_date'],
    ['3/5', 'not_a_date'],
    ['2026年3月', 'not_a_date'],
    ['明天', 'not_a_date'],
    ['2026-3-5/2026-3-6', 'not_a_date'],
    ['8:30', 'time_without_date'],
  ])('says of %s: %s', (text, problem) => {
    expect(day(s(text))).toBe(problem);
  });

  it('refuses a number that was never shown as a date', () => {
    expect(day(n(46086))).toBe('not_a_date');
    expect(day({ t: 'b', v: true })).toBe('not_a_date');
    expect(day(d('08:30:00'))).toBe('time_without_date');
  });

  it.each([null, s(''), s(' '), s('-'), s('无'), s('NULL')])('takes %j for nothing', (cell) => {
    expect(day(cell)).toBeNull();
  });

  it('keeps the time of day when there is one', () => {
    expect(time('2026-03-05 08:30')).toBe('08:30');
    expect(time('2026-03-05 3:05 PM')).toBe('15:05');
    expect(time('2026-03-05 12:00 AM')).toBeNull();
    expect(time('2026-03-05 下午3点')).toBe('15:00');
    expect(time('2026-03-05')).toBeNull();
  });

  it('reads every day of two centuries in every form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), (offset) => {
        const date = addDays(fromDayNumber(-25_567), offset);
        const [y = '', m = '', dd = ''] = date.split('-');
        const short = (text: string) => String(Number(text));
        for (const text of [
          date,
          `${y}/${short(m)}/${short(dd)}`,
          `${y}年${short(m)}月${short(dd)}日`,
          `${y}${m}${dd}`,
        ]) {
          expect(day(s(text))).toBe(date);
        }
      }),
    );
  });
});

const amount = (cell: SheetCell | null, answers?: ColumnAnswers, unit: '万' | '亿' | null = null) => {
  const reading = readAmountCell(cell, answers, unit);
  return reading.ok ? (reading.value?.fen ?? null) : reading.error;
};

describe('readAmountCell', () => {
  it.each([
    [n(1234.5), 123450],
    [n(0.1 + 0.2), 30],
    [n(19.9, '19.900000000000002'), 1990],
    [n(-500), -50000],
    [n(1e10), 1000000000000],
    [s('¥1,234.50'), 123450],
    [s('1.2万'), 1200000],
    [s('（500）'), -50000],
    [s('-'), null],
    [null, null],
    [n(1.005), 'too_many_decimals'],
    [s('1.005'), 'text_amount_too_precise'],
    [n(1e14), 'amount_too_large'],
    [s('预算10万左右'), 'not_an_amount'],
    [d('2026-03-05'), 'not_an_amount'],
    [e('#N/A'), 'error_cell'],
    [s('#REF!'), 'error_cell'],
    [e('no_cached_value'), 'formula_without_value'],
  ])('%j is %s', (cell, expected) => {
    expect(amount(cell)).toBe(expected);
  });

  it('rounds a number half up once the column says so, a text never', () => {
    expect(amount(n(1.005), { roundHalfUp: true })).toBe(101);
    expect(amount(n(2.674999), { roundHalfUp: true })).toBe(267);
    expect(amount(n(-1.005), { roundHalfUp: true })).toBe(-101);
    expect(amount(s('1.005'), { roundHalfUp: true })).toBe('text_amount_too_precise');
  });

  it('takes a column headed 万元 at its word', () => {
    expect(amountUnitOf('合同金额（万元）')).toBe('万');
    expect(amountUnitOf('金额(单位：万元)')).toBe('万');
    expect(amountUnitOf('预算 万元')).toBe('万');
    expect(amountUnitOf('金额（元）')).toBeNull();
    expect(amountUnitOf('万元户')).toBeNull();
    expect(amount(n(1.2), {}, '万')).toBe(1200000);
    expect(amount(s('(1.2)'), {}, '万')).toBe(-1200000);
    expect(amount(s('1.2万'), {}, '万')).toBe(1200000);
  });

  it('never changes an amount that was stored as a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (value) => {
        expect(amount(n(Number(fenToYuanText(fen(value)))))).toBe(value + 0);
      }),
    );
  });
});

const phones = (cell: SheetCell | null) => {
  const reading = readPhoneCell(cell);
  return reading.ok ? (reading.value?.phones ?? null) : reading.error;
};

describe('readPhoneCell', () => {
  it.each([
    [s('13800138000'), ['13800138000']],
    [s('１３８００１３８０００'), ['13800138000']],
    [s("'13800138000"), ['13800138000']],
    [s('0592-5214785'), ['0592-5214785']],
    [s('13800138000、0571-88886666'), ['13800138000', '0571-88886666']],
    [n(13800138000), ['13800138000']],
    [n(13800138000, '1.3800138E10'), ['13800138000']],
    [s('1.3800138000E+10'), ['13800138000']],
    [n(57188886666), ['057188886666']],
    [s('无'), null],
    [null, null],
    [s('1.38E+10'), 'digits_lost'],
    [s('1.38001380005E+10'), 'not_a_whole_number'],
    [n(330106198001011200), 'digits_lost'],
    [n(138.5), 'not_a_whole_number'],
    [n(-138), 'not_a_whole_number'],
    [s('找王经理要'), 'not_a_phone'],
    [s('张三 13800138000'), 'not_a_phone'],
    [d('2026-03-05'), 'not_a_phone'],
    [e('#VALUE!'), 'error_cell'],
    [e('missing_text'), 'unreadable_cell'],
  ])('%j gives %j', (cell, expected) => {
    expect(phones(cell)).toEqual(expected);
  });

  it('says when it brought digits back', () => {
    const restored = (cell: SheetCell) => {
      const reading = readPhoneCell(cell);
      return reading.ok && reading.value?.wasRestored;
    };
    expect(restored(n(13800138000, '1.3800138E10'))).toBe(true);
    expect(restored(n(57188886666))).toBe(true);
    expect(restored(n(13800138000))).toBe(false);
    expect(restored(s('13800138000'))).toBe(false);
  });
});

describe('splitPersonPhone', () => {
  it.each([
    ['张三 13800138000', '张三', ['13800138000']],
    ['张三13800138000', '张三', ['13800138000']],
    ['张三/13800138000', '张三', ['13800138000']],
    ['张三：138-0013-8000', '张三', ['138-0013-8000']],
    ['13800138000(张三)', '张三', ['13800138000']],
    ['13800138000（张三）', '张三', ['13800138000']],
    ['张三（13800138000）', '张三', ['13800138000']],
    ['张三　１３８００１３８０００', '张三', ['13800138000']],
    ['王经理 电话：0571-88886666', '王经理', ['0571-88886666']],
    ['张三 13800138000 13900139000', '张三', ['13800138000', '13900139000']],
    ['John Doe +44 7700 900123', 'John Doe', ['+44 7700 900123']],
  ])('takes %s apart', (text, person, expected) => {
    expect(splitPersonPhone(text)).toEqual({ person, phones: expected });
  });

  it.each(['张三', '13800138000', '张三138', '张三 13800138000、李四 13900139000', '', '文三路100号'])(
    'leaves %j alone',
    (text) => {
      expect(splitPersonPhone(text)).toBeNull();
    },
  );
});

describe('readTextCell', () => {
  it.each([
    [s('　ＡＢＣ 科技\u00a0'), 'ＡＢＣ 科技'],
    [s('a\nb'), 'a\nb'],
    [s('王\u0000记\u0007'), '王记'],
    [n(13800138000, '1.38E10'), '13800138000'],
    [n(0.1), '0.1'],
    [{ t: 'b', v: true } as const, 'TRUE'],
    [d('2026-03-05'), '2026-03-05'],
    [s('\u200b \n'), null],
    [s('NULL'), null],
    [null, null],
    [e('#N/A'), 'error_cell'],
    [e('no_cached_value'), 'formula_without_value'],
  ])('%j is %j', (cell, expected) => {
    const reading = readTextCell(cell);
    expect(reading.ok ? reading.value : reading.error).toBe(expected);
  });
});
