import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type AgingBucket, bucketOf, openReceivables } from '../../../src-shared/receivables/balances.ts';
import type { OwedLine } from '../../../src-shared/receivables/receivable-views.ts';
import type { ReadDb } from '../../connection.ts';
import { receivableViewsOf } from './customer-money.ts';
import { listedCustomers } from './listed-customers.ts';
import { readLedger } from './read-ledger.ts';

export interface DetailOrder {
  readonly customerId: Id;
  readonly asOf: CalendarDate;
  /** Null: all. */
  readonly bucket: AgingBucket | null;
  readonly limit: number;
}

/** What was open of a customer as of a day, the longest past due first. */
export function agingDetail(db: ReadDb, { customerId, asOf, bucket, limit }: DetailOrder): readonly OwedLine[] {
  const listed = listedCustomers(db, [customerId]).get(customerId);
  if (!listed) throw new Error(`customer ${customerId} is not listed`);
  const { customerId: _id, ...who } = listed;
  const ledger = readLedger(db, customerId);
  const shown = openReceivables(ledger, asOf)
    .filter(({ daysPastDue }) => bucket === null || bucketOf(daysPastDue) === bucket)
    .slice(0, limit)
    .map(({ receivable }) => receivable);
  const place = new Map(shown.map(({ id }, index) => [id, index]));
  return receivableViewsOf(db, customerId, { ...ledger, receivables: shown }, asOf)
    .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .map((receivable) => ({ receivable, ...who }));
}
