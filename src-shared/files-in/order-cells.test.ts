import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnAnswers } from './column-answers.ts';
import { readDiscountCell } from './parse-discount-cell.ts';
import { readPriceCell, readQuantityCell, type ScaledNumber } from './parse-scaled-cell.ts';
import type { CellReading } from './read-cell.ts';
import type { SheetCell } from './sheet-cell.ts';

const s = (v: string): SheetCell => ({ t: 's', v });
const n = (v: number, raw = String(v)): SheetCell => ({ t: 'n', v, raw });
const noValue: SheetCell = { t: 'e', v: 'no_cached_value' };
const notAvailable: SheetCell = { t: 'e', v: '#N/A' };

const discount = (cell: SheetCell | null, heading = '折扣', answers?: ColumnAnswers) => {
  const reading = readDiscountCell(cell, heading, answers);
  return reading.ok ? reading.value : reading.error;
};

describe('readDiscountCell', () => {
  it.each([
    ['8.5折', 1_500],
    ['85折', 1_500],
    ['打9折', 1_000],
    ['９ 折', 1_000],
    ['7.75折', 2_250],
    ['10折', 0],
    ['99折', 100],
    ['不打折', 0],
    ['无折扣', 0],
  ])('says %s takes off %i basis points, whatever the heading', (text, bp) => {
    expect(discount(s(text))).toBe(bp);
    expect(discount(s(text), 'Discount')).toBe(bp);
  });

  it.each([
    ['Discount', n(0.15), 1_500],
    ['优惠率', n(0.15), 1_500],
    ['让利', s('15%'), 1_500],
    ['Discount', s('15'), 1_500],
    ['Discount %', n(12.5), 1_250],
    ['Discount', s('.05'), 500],
    ['Discount', n(1), 10_000],
    ['Discount', n(0), 0],
    ['Discount', n(0.150000005960464), 1_500],
  ])('takes a figure under %s as what is taken off', (heading, cell, bp) => {
    expect(discount(cell, heading)).toBe(bp);
  });

  it('asks once for the column what 0.85 under 折扣 means', () => {
    expect(discount(n(0.85))).toBe('discount_meaning');
    expect(discount(s('85%'))).toBe('discount_meaning');
    expect(discount(n(0.85), '折扣', { discountMeans: 'paid' })).toBe(1_500);
    expect(discount(n(0.85), '折扣', { discountMeans: 'off' })).toBe(8_500);
  });

  it('asks nothing about the price as it is', () => {
    expect([n(0), n(1), s('100%'), s('0%'), s('100')].map((cell) => discount(cell))).toEqual([0, 0, 0, 0, 0]);
  });

  it.each([
    ['-', null],
    ['无', null],
    ['', null],
    ['NULL', null],
    ['便宜点', 'not_a_discount'],
    ['-5%', 'not_a_discount'],
    ['120%', 'not_a_discount'],
    ['0.12345', 'not_a_discount'],
    ['8.555折', 1_445],
    ['8.5555折', 'not_a_discount'],
    ['100折', 'not_a_discount'],
    ['1e-2', 'not_a_discount'],
  ])('reads %j as %j', (text, wanted) => {
    expect(discount(s(text), 'Discount')).toBe(wanted);
  });

  it('says of a cell without a value that it has none', () => {
    expect(discount(noValue)).toBe('formula_without_value');
    expect(discount(notAvailable)).toBe('error_cell');
    expect(discount({ t: 'd', v: '2026-03-05' })).toBe('not_a_discount');
    expect(discount(null)).toBeNull();
  });

  it('gives back every whole basis point below all of it, written as a share or in percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), (bp) => {
        expect(discount(n(Number((bp / 10_000).toFixed(4))), 'Discount')).toBe(bp);
        expect(discount(s(`${(bp / 100).toFixed(2)}%`), 'Discount')).toBe(bp);
      }),
    );
  });
});

const plain = (reading: CellReading<ScaledNumber>) =>
  reading.ok ? (reading.value === null ? null : reading.value.value) : reading.error;

describe('readPriceCell', () => {
  it.each([
    [n(12.5), 125_000],
    [s('¥1,234.5'), 12_345_000],
    [s('１２.５元'), 125_000],
    [s('0.0001'), 1],
    [s('.5'), 5_000],
    [s('-3'), -30_000],
    [s('−3.20'), -32_000],
    [s('12.50000'), 125_000],
    [n(0), 0],
    [s('-0'), 0],
    [s('-'), null],
    [s('面议'), 'not_a_number'],
    [s('1,23'), 'not_a_number'],
    [s('12.'), 'not_a_number'],
    [s('.'), null],
    [s('12.34567'), 'text_amount_too_precise'],
    [s('1234567890'), 'amount_too_large'],
    [notAvailable, 'error_cell'],
    [null, null],
  ])('reads %j as %j ten-thousandths of a yuan', (cell, wanted) => {
    expect(plain(readPriceCell(cell))).toBe(wanted);
  });

  it('asks once for the column before it rounds half up, and says that it did', () => {
    const price = n(0.33335);
    expect(plain(readPriceCell(price))).toBe('price_too_precise');
    expect(readPriceCell(price, { roundHalfUp: true })).toEqual({
      ok: true,
      value: { value: 3_334, wasRounded: true },
    });
    expect(readPriceCell(n(-0.33335), { roundHalfUp: true })).toMatchObject({ value: { value: -3_334 } });
    expect(readPriceCell(n(0.33334), { roundHalfUp: true })).toMatchObject({ value: { value: 3_333 } });
    expect(readPriceCell(n(0.3333), { roundHalfUp: true })).toMatchObject({ value: { wasRounded: false } });
  });
});

describe('readQuantityCell', () => {
  it.each([
    [s('12'), 12_000],
    [s('12箱'), 12_000],
    [s('3 kg'), 3_000],
    [s('1.5吨'), 1_500],
    [s('1,200 个'), 1_200_000],
    [s('-2件'), -2_000],
    [n(0.001), 1],
    [n(0.0005), 'quantity_too_precise'],
    [s('两箱'), 'not_a_number'],
    [s('12箱半打多'), 12_000],
    [s('12箱又半打多'), 'not_a_number'],
    [s('12%'), 'not_a_number'],
    [s('无'), null],
    [noValue, 'formula_without_value'],
  ])('reads %j as %j thousandths', (cell, wanted) => {
    expect(plain(readQuantityCell(cell))).toBe(wanted);
  });
});
