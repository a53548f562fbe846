import { describe, expect, it } from 'vitest';
import { fen } from '../../src-shared/core/money.ts';
import { moneyText, readTypedAmount } from './money-text.ts';

describe('moneyText', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [99_999, '¥999.99'],
    [100_000, '¥1,000.00'],
    [123_456_789, '¥1,234,567.89'],
    [-70_000, '-¥700.00'],
  ])('%i fen is %s', (amount, said) => {
    expect(moneyText(fen(amount))).toBe(said);
  });
});

describe('readTypedAmount', () => {
  it.each([
    ['700', 70_000],
    [' ¥1,234.50 ', 123_450],
    ['￥８００元', 80_000],
    ['1.2万', 1_200_000],
    ['.5', 50],
    ['1 000', 100_000],
    ['12.30', 1_230],
  ])('%s is an amount', (typed, amount) => {
    expect(readTypedAmount(typed)).toEqual({ kind: 'amount', fen: amount });
  });

  it.each([
    ['1.005', 'too_precise'],
    ['0', 'not_positive'],
    ['-5', 'not_positive'],
    ['(500)', 'not_positive'],
    ['五百', 'not_an_amount'],
    ['1,23', 'not_an_amount'],
    ['700.00.0', 'not_an_amount'],
    ['99999999999999999', 'too_large'],
  ])('%s is refused as %s', (typed, problem) => {
    expect(readTypedAmount(typed)).toEqual({ kind: 'problem', problem });
  });

  it('takes an empty field for one that is not filled in yet', () => {
    expect(readTypedAmount('  ')).toEqual({ kind: 'empty' });
  });
});
