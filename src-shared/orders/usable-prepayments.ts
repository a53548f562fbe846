import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import { leftFrom } from '../receivables/free-money.ts';
import type { Ledger } from '../receivables/ledger.ts';
import type { UsablePrepayment } from './orders-contract.ts';

export interface PrepaymentPurpose {
  readonly isDeposit: boolean;
  /** The order it was taken for; null: none in particular. */
  readonly orderId: Id | null;
}

export interface OrderToSettle {
  readonly id: Id | null;
  readonly issuedOn: CalendarDate;
  /** Null: not known yet, so all of it is proposed. */
  readonly openFen: Fen | null;
}

/**
 * Payments and returns with something left that may settle an order from max(receivedOn, issuedOn) on, the oldest first.
 * Proposed whole, as far as the order goes (domain §1); what was taken for another order on which something is still open
 * waits for that one.
 */
export function usablePrepayments(
  ledger: Ledger,
  order: OrderToSettle,
  today: CalendarDate,
  purposeOf: (sourceId: Id) => PrepaymentPurpose | undefined,
): readonly UsablePrepayment[] {
  const upTo = order.issuedOn > today ? order.issuedOn : today;
  let rest: number = order.openFen ?? Number.MAX_SAFE_INTEGER;
  return ledger.sources
    .filter(({ kind, on, voidedOn }) => kind !== 'write_off' && voidedOn === null && on <= upTo)
    .toSorted((a, b) => (a.on === b.on ? compare(a.id, b.id) : compare(a.on, b.on)))
    .flatMap((source): readonly UsablePrepayment[] => {
      const from = source.on > order.issuedOn ? source.on : order.issuedOn;
      const { leftFen } = leftFrom(ledger, source, from);
      if (leftFen <= 0) return [];
      const purpose = purposeOf(source.id);
      const waits = waitsFor(ledger, purpose?.orderId ?? null, order.id);
      const proposedFen = fen(waits ? 0 : Math.min(rest, leftFen));
      rest -= proposedFen;
      return [{ sourceId: source.id, on: source.on, leftFen, isDeposit: purpose?.isDeposit ?? false, proposedFen }];
    });
}

function waitsFor(ledger: Ledger, otherId: Id | null, orderId: Id | null): boolean {
  if (otherId === null || otherId === orderId) return false;
  return ledger.receivables.some(({ id, orderId: of, voidedOn, amountFen }) => {
    if (of !== otherId || voidedOn !== null) return false;
    const settled = ledger.allocations.filter(({ receivableId, endedOn }) => receivableId === id && endedOn === null);
    return settled.reduce((sum, allocation) => sum + allocation.amountFen, 0) < amountFen;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
