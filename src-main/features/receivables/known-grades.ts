import type { ReadDb } from '../../../db/open.ts';
import type { GradesOf } from '../../../db/queries/money/aging-rows.ts';
import { readLedgers } from '../../../db/queries/money/read-ledger.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type PaymentGrade, paymentRecord } from '../../../src-shared/payments/payment-record.ts';

/**
 * Payment records of the customers that pages showed, as long as nothing is written. Of a page, not of all: the rules
 * read every fact of a customer, which for a hundred thousand of them takes many seconds and for a page some milliseconds.
 */
export class KnownGrades {
  readonly #grades = new Map<Id, PaymentGrade>();

  of(db: ReadDb, today: CalendarDate): GradesOf {
    return (ids) => {
      const unknown = ids.filter((id) => !this.#grades.has(id));
      for (const [id, ledger] of readLedgers(db, unknown)) this.#grades.set(id, paymentRecord(ledger, today).grade);
      return this.#grades;
    };
  }
}
