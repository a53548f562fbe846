import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { fen } from '../core/money.ts';
import type { Allocation, Ledger, Receivable, SettlementSource } from './ledger.ts';
import type { NewId } from './ledger-changes.ts';

interface Room {
  readonly receivable: Receivable;
  leftFen: number;
}

/**
 * What payments that are entered together settle, as if each had been entered on its day (domain §1): what is open that
 * day by its oldest due day, then lowest instalment, then creation; what is left waits as prepayment and goes to what is
 * issued later, from its day, the oldest payment first. Room that an allocation of the book has or will have is left to
 * it, also where it begins only later. Payments of the book keep what they settle. As of days up to `today` at the latest:
 * what is issued after it is left open, for its prepayment is offered when its day comes.
 * Give it the payments of one customer and the ledger without them.
 */
export function settleByDay(
  ledger: Ledger,
  payments: readonly SettlementSource[],
  today: CalendarDate,
  nextId: NewId,
): readonly Allocation[] {
  const taken = new Map<Id, number>();
  const earliest = payments.reduce((day, { on }) => (on < day ? on : day), today);
  for (const { receivableId, amountFen, effectiveOn, endedOn } of ledger.allocations) {
    if (endedOn !== null && (endedOn <= effectiveOn || endedOn <= earliest)) continue;
    taken.set(receivableId, (taken.get(receivableId) ?? 0) + amountFen);
  }
  const waiting = ledger.receivables
    .filter(({ issuedOn, voidedOn }) => voidedOn === null && issuedOn <= today)
    .map((receivable): Room => ({ receivable, leftFen: receivable.amountFen - (taken.get(receivable.id) ?? 0) }))
    .filter(({ leftFen }) => leftFen > 0)
    .sort((a, b) => compare(a.receivable.issuedOn, b.receivable.issuedOn) || settlementOrder(a, b));
  const coming = [...payments]
    .filter(({ on }) => on <= today)
    .sort((a, b) => compare(a.on, b.on) || compare(a.id, b.id));
  const open: Room[] = [];
  const prepaid: { readonly source: SettlementSource; leftFen: number }[] = [];
  const allocations: Allocation[] = [];
  const settle = (day: CalendarDate) => {
    while (open[0] && prepaid[0]) {
      const [room, money] = [open[0], prepaid[0]];
      const amount = Math.min(room.leftFen, money.leftFen);
      allocations.push({
        id: nextId(),
        sourceId: money.source.id,
        receivableId: room.receivable.id,
        amountFen: fen(amount),
        effectiveOn: day,
        endedOn: null,
      });
      room.leftFen -= amount;
      money.leftFen -= amount;
      if (room.leftFen === 0) open.shift();
      if (money.leftFen === 0) prepaid.shift();
    }
  };
  let nextIssued = 0;
  let nextPaid = 0;
  for (;;) {
    const issued = waiting[nextIssued];
    const paid = coming[nextPaid];
    if (!issued && !paid) return allocations;
    // On one day goods come before money: what is sold for cash is settled at once.
    if (issued && (!paid || issued.receivable.issuedOn <= paid.on)) {
      nextIssued += 1;
      putInOrder(open, issued);
      const next = waiting[nextIssued];
      if (next?.receivable.issuedOn !== issued.receivable.issuedOn) settle(issued.receivable.issuedOn);
    } else if (paid) {
      nextPaid += 1;
      prepaid.push({ source: paid, leftFen: paid.amountFen });
      settle(paid.on);
    }
  }
}

function putInOrder(open: Room[], room: Room): void {
  let low = 0;
  let high = open.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = open[middle];
    if (other && settlementOrder(other, room) < 0) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, room);
}

/** Oldest due day first, then lowest instalment, then creation: ids grow with time (domain §1). */
function settlementOrder({ receivable: a }: Room, { receivable: b }: Room): number {
  return compare(a.dueOn, b.dueOn) || a.installmentNo - b.installmentNo || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
