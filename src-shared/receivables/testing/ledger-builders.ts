import { type CalendarDate, parseCalendarDate } from '../../core/calendar-date.ts';
import { newId } from '../../core/id.ts';
import { fen } from '../../core/money.ts';
import type { Allocation, Ledger, Receivable, Refund, SettlementSource } from '../ledger.ts';

export function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

export function aReceivable(issuedOn: string, dueOn: string, yuan: number, more: Partial<Receivable> = {}): Receivable {
  return {
    id: newId(),
    customerId: 'c',
    orderId: null,
    installmentNo: 1,
    issuedOn: day(issuedOn),
    dueOn: day(dueOn),
    formerDueDays: [],
    amountFen: fen(Math.round(yuan * 100)),
    isDisputed: false,
    voidedOn: null,
    ...more,
  };
}

export function aPayment(on: string, yuan: number, more: Partial<SettlementSource> = {}): SettlementSource {
  return {
    id: newId(),
    customerId: 'c',
    kind: 'payment',
    on: day(on),
    amountFen: fen(Math.round(yuan * 100)),
    voidedOn: null,
    ...more,
  };
}

export function anAllocation(
  source: SettlementSource,
  receivable: Receivable,
  yuan: number,
  more: Partial<Allocation> = {},
): Allocation {
  return {
    id: newId(),
    sourceId: source.id,
    receivableId: receivable.id,
    amountFen: fen(Math.round(yuan * 100)),
    effectiveOn: source.on > receivable.issuedOn ? source.on : receivable.issuedOn,
    endedOn: null,
    ...more,
  };
}

export function aRefund(source: SettlementSource, on: string, yuan: number): Refund {
  return { id: newId(), sourceId: source.id, on: day(on), amountFen: fen(Math.round(yuan * 100)), voidedOn: null };
}

export function ledgerOf(parts: Partial<Ledger>): Ledger {
  return { receivables: [], sources: [], allocations: [], refunds: [], ...parts };
}

/** The worked example of domain §1. */
export function exampleLedger(): Ledger & { readonly first: Receivable; readonly second: Receivable } {
  const first = aReceivable('2026-03-01', '2026-03-31', 1_000);
  const second = aReceivable('2026-04-01', '2026-05-01', 600);
  const april = aPayment('2026-04-10', 700);
  const may = aPayment('2026-05-20', 500);
  return {
    ...ledgerOf({
      receivables: [first, second],
      sources: [april, may],
      allocations: [anAllocation(april, first, 700), anAllocation(may, first, 300), anAllocation(may, second, 200)],
    }),
    first,
    second,
  };
}
