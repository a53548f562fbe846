import type { ReadDb } from '../../../db/open.ts';
import { readLedgers } from '../../../db/queries/money/read-ledger.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { type PaymentGrade, paymentRecord } from '../../../src-shared/payments/payment-record.ts';
import type { Job } from '../../jobs/job.ts';

export interface GradesOrder {
  readonly ids: readonly Id[];
  readonly today: CalendarDate;
}

export type Grades = readonly (readonly [Id, PaymentGrade])[];

/** 付款记录 of each, as domain §2 has it: from every fact of theirs. */
export function gradesOf(db: ReadDb, { ids, today }: GradesOrder): Grades {
  return [...readLedgers(db, ids)].map(([id, ledger]) => [id, paymentRecord(ledger, today).grade]);
}

/** For customers with thousands of facts. */
export const paymentGradesJob: Job<GradesOrder, Grades> = (order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(gradesOf(opened.value, order)) : opened;
};
