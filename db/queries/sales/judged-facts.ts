import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { loyalty } from '../../../src-shared/loyalty/loyalty.ts';
import { type PaymentGrade, paymentRecord } from '../../../src-shared/payments/payment-record.ts';
import type { TierMethod } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import type { ReadDb } from '../../connection.ts';
import { valuesOf } from '../../prepared.ts';
import { readLedgers } from '../money/read-ledger.ts';
import { termsSettings } from '../money/terms.ts';
import { loyaltyInputs } from './loyalty-inputs.ts';

export interface JudgedFacts {
  /** A customer without one is unknown. */
  readonly grades: ReadonlyMap<Id, PaymentGrade>;
  /** 0–100. */
  readonly loyalties: ReadonlyMap<Id, number>;
}

/**
 * Payment records and loyalties of all customers as of a day; where they have no weight, nobody has one: they cost seconds.
 * Null: the method does not score.
 */
export function judgedFacts(db: ReadDb, method: TierMethod, asOf: CalendarDate, timeZone: string): JudgedFacts | null {
  if (method.kind !== 'score') return null;
  const { record, loyalty: weight } = method.weights;
  return {
    grades: record > 0 ? gradesOn(db, asOf) : new Map(),
    loyalties: weight > 0 ? loyaltiesOn(db, asOf, timeZone) : new Map(),
  };
}

/** Customers whose facts are in memory together. */
const chunkSize = 500;

function gradesOn(db: ReadDb, asOf: CalendarDate): ReadonlyMap<Id, PaymentGrade> {
  const ids = valuesOf<Id>(db.sqlite, 'SELECT DISTINCT customer_id FROM receivables').all();
  const { record } = termsSettings(db);
  const grades = new Map<Id, PaymentGrade>();
  for (let at = 0; at < ids.length; at += chunkSize) {
    for (const [id, ledger] of readLedgers(db, ids.slice(at, at + chunkSize)))
      grades.set(id, paymentRecord(ledger, asOf, record).grade);
  }
  return grades;
}

function loyaltiesOn(db: ReadDb, asOf: CalendarDate, timeZone: string): ReadonlyMap<Id, number> {
  const found = new Map<Id, number>();
  for (const [id, input] of loyaltyInputs(db, asOf, timeZone)) {
    const { total } = loyalty(input, asOf);
    if (total !== null) found.set(id, total);
  }
  return found;
}
