import type { ReadDb } from '../../db/open.ts';
import { findRow } from '../../db/queries/find-row.ts';
import { termsInForce, termsSettings } from '../../db/queries/money/terms.ts';
import { tiers } from '../../db/schema/tiers.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { fen } from '../../src-shared/core/money.ts';
import type { OrderStanding } from '../../src-shared/orders/order-limits.ts';
import { paymentRecord } from '../../src-shared/payments/payment-record.ts';
import { openReceivables } from '../../src-shared/receivables/balances.ts';
import type { Ledger } from '../../src-shared/receivables/ledger.ts';
import { termsAdvice } from '../../src-shared/terms/terms-advice.ts';
import type { Actor } from '../ipc/actor.ts';

interface Standpoint {
  readonly customer: { readonly id: Id; readonly tierId: Id | null };
  readonly ledger: Ledger;
  /** The order's day: one dated later is measured with all that will be open then. */
  readonly issuedOn: CalendarDate;
  /** The order that is edited: what is owed for it is not counted beside it. Null: a new one. */
  readonly orderId: Id | null;
}

/** What an order of this customer is measured by, agreed by who acts: limits, terms, advice and old debts as of today. */
export function orderStanding(
  db: ReadDb,
  { role, today }: Pick<Actor, 'role' | 'today'>,
  { customer, ledger, issuedOn, orderId }: Standpoint,
): OrderStanding {
  const settings = termsSettings(db);
  const asOf = issuedOn > today ? issuedOn : today;
  const tier = customer.tierId === null ? null : findRow(db, tiers, customer.tierId);
  const { grade } = paymentRecord(ledger, today, settings.record);
  const beside = openReceivables(ledger, asOf).filter(
    ({ receivable }) => orderId === null || receivable.orderId !== orderId,
  );
  return {
    role: role === 'salesperson' ? settings.salespersonLimits : null,
    terms: termsInForce(db, customer.id),
    advice: termsAdvice(tier?.isKey ?? false, grade),
    openFen: fen(beside.reduce((sum, { openFen }) => sum + openFen, 0)),
    overdue: openReceivables(ledger, today)
      .filter(({ daysPastDue }) => daysPastDue > 0)
      .map(({ receivable, openFen, dueOn, daysPastDue }) => ({
        openFen,
        dueOn,
        daysPastDue,
        isDisputed: receivable.isDisputed,
      })),
    orderOverdue: settings.orderOverdue,
  };
}
