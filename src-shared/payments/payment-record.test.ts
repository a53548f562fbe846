import { describe, expect, it } from 'vitest';
import { addDays } from '../core/calendar-date.ts';
import type { Ledger } from '../receivables/ledger.ts';
import {
  anAllocation,
  aPayment,
  aReceivable,
  day,
  exampleLedger,
  ledgerOf,
} from '../receivables/testing/ledger-builders.ts';
import { paymentRecord } from './payment-record.ts';

/** Receivables of 100.00 each, due on the 1st of a month, paid so many days late; null: never. */
function paidLate(days: readonly (number | null)[], yuan = 1_000): Ledger {
  const parts = days.map((late, index) => {
    const due = day(`2026-0${(index % 6) + 1}-01`);
    const receivable = aReceivable('2025-12-01', due, yuan);
    const source = late === null ? null : aPayment(addDays(due, late), yuan);
    return { receivable, source };
  });
  return ledgerOf({
    receivables: parts.map(({ receivable }) => receivable),
    sources: parts.flatMap(({ source }) => source ?? []),
    allocations: parts.flatMap(({ source, receivable }) => (source ? [anAllocation(source, receivable, yuan)] : [])),
  });
}

const today = day('2026-07-01');
const gradeOf = (ledger: Ledger, on = today) => paymentRecord(ledger, on).grade;

describe('paymentRecord', () => {
  it('is poor for the worked example of domain §1 on 21 May: 0 % on time, 21.125 days late on average', () => {
    const record = paymentRecord(exampleLedger(), day('2026-05-21'));
    expect(record).toMatchObject({
      grade: 'poor',
      dueFen: 160_000,
      onTimeFen: 0,
      meanDaysLate: 21.125,
      onTimePercent: 0,
    });
    expect(record.reasons.map(({ code }) => code)).toEqual(['seldom_on_time']);
  });

  it('is fair for ten receivables each paid 4 days late: 0 % on time, but late by 4 days only', () => {
    const record = paymentRecord(paidLate(Array.from({ length: 10 }, () => 4)), today);
    expect(record).toMatchObject({ grade: 'fair', onTimePercent: 0, meanDaysLate: 4 });
  });

  it.each([
    ['paid on the day', [0, 0], 'good'],
    ['paid early', [-10, -20], 'good'],
    ['paid 3 days late, which is still on time', [3, 3], 'good'],
    ['one in ten late', [0, 0, 0, 0, 0, 0, 0, 0, 0, 10], 'good'],
    ['two in ten late', [0, 0, 0, 0, 0, 0, 0, 0, 10, 10], 'fair'],
    ['45 days late on average', [45, 45], 'poor'],
    ['46 days late on average', [46, 46], 'poor'],
    ['60 % on time, the rest very late', [0, 0, 0, 60, 60], 'fair'],
    ['less than 60 % on time and 16 days late on average', [0, 0, 27, 27, 27], 'poor'],
    ['less than 60 % on time and 15 days late on average', [0, 0, 25, 25, 25], 'fair'],
    ['one has come due', [0], 'unknown'],
    ['one has come due and was paid 50 days late: poor goes first', [50], 'poor'],
    ['nothing at all', [], 'unknown'],
  ] as const)('%s: %s', (_what, late, grade) => {
    expect(gradeOf(paidLate(late))).toBe(grade);
  });

  it.each([
    [30, 'good'],
    [31, 'fair'],
    [90, 'fair'],
    [91, 'poor'],
  ] as const)('with one of many open %i days past due: %s', (days, grade) => {
    const paid = paidLate(Array.from({ length: 60 }, () => 0));
    const open = aReceivable('2025-12-01', addDays(today, -days), 1_000);
    expect(gradeOf({ ...paid, receivables: [...paid.receivables, open] })).toBe(grade);
  });

  it('lets an open rest below 100 yuan never make it worse', () => {
    const paid = paidLate([0, 0, 0]);
    const trifle = aReceivable('2025-01-01', '2025-02-01', 99.99);
    expect(gradeOf({ ...paid, receivables: [...paid.receivables, trifle] })).toBe('good');
    const enough = aReceivable('2025-01-01', '2025-02-01', 100);
    expect(gradeOf({ ...paid, receivables: [...paid.receivables, enough] })).toBe('poor');
  });

  it('lets what is disputed never make it worse', () => {
    const paid = paidLate([0, 0, 0]);
    const disputed = aReceivable('2025-01-01', '2025-02-01', 5_000, { isDisputed: true });
    expect(gradeOf({ ...paid, receivables: [...paid.receivables, disputed] })).toBe('good');
  });

  it('is poor after a write-off, for 24 months', () => {
    const paid = paidLate([0, 0, 0]);
    const lost = aReceivable('2024-01-01', '2024-02-01', 50);
    const on = (text: string) => {
      const writeOff = aPayment(text, 50, { kind: 'write_off' });
      return gradeOf({
        ...paid,
        receivables: [...paid.receivables, lost],
        sources: [...paid.sources, writeOff],
        allocations: [...paid.allocations, anAllocation(writeOff, lost, 50)],
      });
    };
    expect(on('2024-07-02')).toBe('poor');
    expect(on('2024-07-01')).toBe('good');
  });

  it('forgets what was settled and due 24 months ago', () => {
    const late = paidLate([60, 60, 60]);
    expect(gradeOf(late, day('2028-01-01'))).toBe('poor');
    expect(gradeOf(late, day('2028-03-01'))).toBe('unknown');
  });

  it('counts money on the day it came, also when it was allocated weeks later', () => {
    const receivable = aReceivable('2026-01-01', '2026-02-01', 1_000);
    const other = aReceivable('2026-01-01', '2026-02-01', 1_000);
    const early = aPayment('2026-01-20', 2_000);
    const ledger = ledgerOf({
      receivables: [receivable, other],
      sources: [early],
      allocations: [receivable, other].map((each) =>
        anAllocation(early, each, 1_000, { effectiveOn: day('2026-04-01') }),
      ),
    });
    expect(paymentRecord(ledger, today)).toMatchObject({ grade: 'good', onTimePercent: 100, meanDaysLate: 0 });
  });

  it('names the rows that decided', () => {
    const ledger = paidLate([0, 0, null]);
    const record = paymentRecord(ledger, today);
    expect(record.grade).toBe('poor');
    expect(record.reasons[0]).toMatchObject({
      code: 'overdue_long',
      receivableIds: [ledger.receivables[2]?.id],
      days: 122,
    });
  });

  it('counts what is not due yet with what has arrived', () => {
    const paid = paidLate([0, 0]);
    const ahead = aReceivable('2026-06-01', '2026-08-01', 1_000);
    const part = aPayment('2026-06-20', 400);
    const record = paymentRecord(
      {
        ...paid,
        receivables: [...paid.receivables, ahead],
        sources: [...paid.sources, part],
        allocations: [...paid.allocations, anAllocation(part, ahead, 400)],
      },
      today,
    );
    expect(record).toMatchObject({ dueFen: 240_000, onTimeFen: 240_000, cameDue: 2, grade: 'good' });
  });
});
