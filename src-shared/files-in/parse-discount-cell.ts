import { err, ok } from '../core/result.ts';
import type { ColumnAnswers } from './column-answers.ts';
import { type CellReading, cellProblem, isPlaceholder } from './read-cell.ts';
import { cellText, plainDigits, type SheetCell } from './sheet-cell.ts';

/** 优惠率, 让利: what is taken off, whatever the figure. */
const saysOff = /优惠|让利|减免|折让|off|rebate/iu;
const chinese = /\p{Script=Han}/u;

/**
 * A discount in basis points taken off. `8.5折` and `85折` leave 85 % to pay. A figure alone under an English heading,
 * or one of 优惠, is taken off; under 折扣 it may be either, and is asked once per column, unless it is 0, 1 or 100 %.
 */
export function readDiscountCell(
  cell: SheetCell | null,
  heading: string,
  answers: ColumnAnswers = {},
): CellReading<number> {
  const problem = cellProblem(cell);
  if (problem) return err(problem);
  if (cell === null || isPlaceholder(cell)) return ok(null);
  if (cell.t !== 'n' && cell.t !== 's') return err('not_a_discount');
  const text = (cell.t === 'n' ? plainDigits(withoutNoise(cell.v)) : cellText(cell))
    .normalize('NFKC')
    .replace(/\s/g, '');
  if (text === '不打折' || text === '无折扣') return ok(0);
  const folded = /^(?:打)?(\d{1,2}(?:\.\d+)?)折$/.exec(text);
  if (folded) return paid(bpOf(folded[1] ?? '', Number(folded[1]) > 10 ? 2 : 3));
  const match = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text);
  if (!match) return err('not_a_discount');
  const isPercent = match[2] === '%' || Number(match[1]) > 1;
  const bp = bpOf(match[1] ?? '', isPercent ? 2 : 4);
  if (bp === null || bp > 10_000) return err('not_a_discount');
  if (!chinese.test(heading) || saysOff.test(heading)) return ok(bp);
  // 1 and 100 % under 折扣 are the price as it is; nobody gives all away in a column of discounts.
  if (bp === 0 || bp === 10_000) return ok(0);
  if (answers.discountMeans === undefined) return err('discount_meaning');
  return answers.discountMeans === 'off' ? ok(bp) : ok(10_000 - bp);
}

/** Databases keep 0.15 in four bytes and hand out 0.150000005960464. */
function withoutNoise(value: number): number {
  const near = Math.round(value * 10_000) / 10_000;
  return Math.abs(value - near) < 1e-7 ? near : value;
}

function paid(bp: number | null): CellReading<number> {
  return bp === null || bp > 10_000 ? err('not_a_discount') : ok(10_000 - bp);
}

/** The number times 10 to the power of `shift`, digit by digit; null: not whole. */
function bpOf(number: string, shift: number): number | null {
  const [whole = '', decimals = ''] = number.split('.');
  const fraction = decimals.replace(/0+$/, '');
  return fraction.length > shift ? null : Number(whole + fraction.padEnd(shift, '0'));
}
