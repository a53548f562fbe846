import type { CalendarDate } from '../core/calendar-date.ts';
import { daysBetween } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import type { PaymentMethod, RefundView, SettlementSourceView } from '../payments/payment.ts';
import { activeAllocations, agingOn, openReceivables, prepayments, settlementsOn } from './balances.ts';
import { countsOn, dueOnAsOf, type Ledger, type Receivable } from './ledger.ts';
import type { MoneySummary, ReceivableView } from './receivable-views.ts';

/** An order as a sum: what is contracted. */
export interface OrderSum {
  readonly issuedOn: CalendarDate;
  readonly voidedOn: CalendarDate | null;
  /** Σ of its lines. */
  readonly amountFen: Fen;
}

/** What a payment was made with; of a return or write-off the method is null. */
export interface SourceMeans {
  readonly method: PaymentMethod | null;
  readonly billDueOn: CalendarDate | null;
}

/**
 * The money of a customer as of a day (domain §1): contracted = Σ of orders − returns, received = Σ of payments − refunds,
 * each counted from its day until it is voided.
 */
export function moneySummary(
  ledger: Ledger,
  orders: readonly OrderSum[],
  meansOf: (sourceId: Id) => SourceMeans,
  asOf: CalendarDate,
): MoneySummary {
  const sources = ledger.sources.filter(({ on, voidedOn }) => countsOn(asOf, on, voidedOn));
  const payments = sources.filter(({ kind }) => kind === 'payment');
  const returns = sources.filter(({ kind }) => kind === 'return');
  const sold = orders.filter(({ issuedOn, voidedOn }) => countsOn(asOf, issuedOn, voidedOn));
  const paidBack = ledger.refunds.filter(({ on, voidedOn }) => countsOn(asOf, on, voidedOn));
  const open = openReceivables(ledger, asOf);
  const overdue = open.filter(({ daysPastDue }) => daysPastDue > 0);
  const openFen = total(open.map((each) => ({ amountFen: each.openFen })));
  const prepaidFen = fen([...prepayments(ledger, asOf).values()].reduce<number>((sum, left) => sum + left, 0));
  const bills = payments.filter(({ id }) => (meansOf(id).billDueOn ?? asOf) > asOf);
  return {
    asOf,
    contractedFen: fen(total(sold) - total(returns)),
    receivedFen: fen(total(payments) - total(paidBack)),
    openFen,
    overdueFen: total(overdue.map((each) => ({ amountFen: each.openFen }))),
    overdueDays: overdue.length === 0 ? null : Math.max(...overdue.map(({ daysPastDue }) => daysPastDue)),
    prepaidFen,
    balanceFen: fen(openFen - prepaidFen),
    billsNotDueFen: total(bills),
    lastPayment: lastPaymentOf(payments, meansOf),
    aging: agingOn(ledger, asOf),
  };
}

function lastPaymentOf(
  payments: Ledger['sources'],
  meansOf: (sourceId: Id) => SourceMeans,
): MoneySummary['lastPayment'] {
  const [last] = [...payments].sort((a, b) => descending(a.on, b.on) || descending(a.id, b.id));
  if (!last) return null;
  const { method } = meansOf(last.id);
  if (method === null) throw new Error(`payment ${last.id} without a method`);
  return { on: last.on, amountFen: last.amountFen, method };
}

/** What a receivable says beside the facts. */
export type ReceivableDetail = Pick<
  ReceivableView,
  'orderNo' | 'reference' | 'installments' | 'disputeReason' | 'note' | 'voidReason'
>;

/** Receivables that there were as of a day, the newest first. What happened to them later does not show. */
export function receivableViews(
  ledger: Ledger,
  detailOf: (receivableId: Id) => ReceivableDetail,
  asOf: CalendarDate,
): readonly ReceivableView[] {
  const settlements = settlementsOn(ledger, asOf);
  const open = new Map(openReceivables(ledger, asOf).map((each) => [each.receivable.id, each.openFen]));
  return ledger.receivables
    .flatMap((receivable): readonly ReceivableView[] => {
      const settlement = settlements.get(receivable.id);
      if (settlement === undefined) return [];
      const openFen = open.get(receivable.id) ?? fen(0);
      return [
        { ...factsOf(receivable, openFen, asOf), settlement, ...voidAsOf(receivable, detailOf(receivable.id), asOf) },
      ];
    })
    .sort((a, b) => descending(a.issuedOn, b.issuedOn) || b.installmentNo - a.installmentNo || descending(a.id, b.id));
}

function factsOf(
  receivable: Receivable,
  openFen: Fen,
  asOf: CalendarDate,
): Omit<ReceivableView, 'settlement' | 'voidedOn' | keyof ReceivableDetail> {
  const { id, customerId, orderId, installmentNo, issuedOn, amountFen } = receivable;
  const dueOn = dueOnAsOf(receivable, asOf);
  const daysPastDue = daysBetween(dueOn, asOf);
  return {
    id,
    customerId,
    orderId,
    installmentNo,
    issuedOn,
    dueOn,
    amountFen,
    openFen,
    isOverdue: openFen > 0 && daysPastDue > 0,
    daysPastDue,
  };
}

/** What a source says beside the facts. */
export type SourceDetail = Omit<
  SettlementSourceView,
  'id' | 'customerId' | 'kind' | 'on' | 'amountFen' | 'voidedOn' | 'allocations' | 'refunds' | 'leftFen'
>;

/** Payments, returns and write-offs that there were as of a day, the newest first. */
export function sourceViews(
  ledger: Ledger,
  detailOf: (sourceId: Id) => SourceDetail,
  refundDetailOf: (refundId: Id) => Pick<RefundView, 'method' | 'note' | 'voidReason'>,
  asOf: CalendarDate,
): readonly SettlementSourceView[] {
  const left = prepayments(ledger, asOf);
  const allocations = Map.groupBy(activeAllocations(ledger, asOf), ({ sourceId }) => sourceId);
  const refunds = Map.groupBy(
    ledger.refunds.filter(({ on }) => on <= asOf),
    ({ sourceId }) => sourceId,
  );
  return ledger.sources
    .filter(({ on }) => on <= asOf)
    .map((source): SettlementSourceView => {
      const { id, customerId, kind, on, amountFen } = source;
      const detail = detailOf(id);
      const voided = voidAsOf(source, detail, asOf);
      return {
        id,
        customerId,
        kind,
        on,
        amountFen,
        ...voided,
        voidKind: voided.voidedOn === null ? null : detail.voidKind,
        allocations: allocations.get(id) ?? [],
        refunds: (refunds.get(id) ?? []).map((refund) => ({
          ...refund,
          ...voidAsOf(refund, refundDetailOf(refund.id), asOf),
        })),
        leftFen: left.get(id) ?? fen(0),
      };
    })
    .sort((a, b) => descending(a.on, b.on) || descending(a.id, b.id));
}

/** Voided later than the day asked for: on that day nobody knew. */
function voidAsOf<T extends { readonly voidReason: string | null }>(
  { voidedOn }: { readonly voidedOn: CalendarDate | null },
  detail: T,
  asOf: CalendarDate,
): T & { readonly voidedOn: CalendarDate | null } {
  if (voidedOn !== null && voidedOn <= asOf) return { ...detail, voidedOn };
  return { ...detail, voidedOn: null, voidReason: null };
}

function total(rows: readonly { readonly amountFen: Fen }[]): Fen {
  return fen(rows.reduce((sum, { amountFen }) => sum + amountFen, 0));
}

function descending(a: string, b: string): number {
  return a > b ? -1 : Number(a < b);
}
