import type { WriteDb } from '../../db/journal.ts';
import { highestOrderNumber } from '../../db/queries/money/order-lines.ts';
import { receivables } from '../../db/schema/money.ts';
import { salesOrderLines, salesOrders } from '../../db/schema/orders.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { fen } from '../../src-shared/core/money.ts';
import { ok } from '../../src-shared/core/result.ts';
import type { ImportedOrderDraft } from '../../src-shared/files-in/money-drafts.ts';
import { lineAmount } from '../../src-shared/orders/order-line.ts';
import { nextOrderNumber, orderNumberPrefix } from '../../src-shared/orders/order-number.ts';
import { type DraftWriter, nothingWritten } from './accepted-import.ts';
import { makeDraftCustomers } from './make-draft-customers.ts';

/**
 * 销售单 with their lines, each owed once on its due day. They were agreed elsewhere, so no limit is asked; prepayment of
 * the customer is not used up by them: what nobody allocated breaks no law of domain §1.
 */
export const writeImportedOrders: DraftWriter = (db, accepted, _today, onEach) => {
  const customers = makeDraftCustomers(db, orders(accepted.drafts()), accepted.ownerForNew);
  const nowMs = instantToMs(db.info.now);
  const nextNumber = numberGiver(db, accepted.drafts());
  let [created, linesCreated, amount] = [0, 0, 0];
  for (const draft of orders(accepted.drafts())) {
    const { orderNo, issuedOn, dueOn, credit, salespersonId, contractNo, note, lines, amountFen } = draft;
    const customerId = customers.idOf(draft);
    const id = newId(nowMs);
    db.insert(salesOrders, {
      id,
      customerId,
      orderNo: orderNo ?? nextNumber(issuedOn),
      issuedOn,
      salespersonId,
      creditKind: credit.kind,
      creditDays: credit.days,
      contractNo,
      note,
    });
    for (const [position, line] of lines.entries()) {
      const lineId = newId(nowMs);
      db.insert(salesOrderLines, {
        ...line,
        id: lineId,
        customerId,
        orderId: id,
        position,
        amountFen: lineAmount(line),
      });
    }
    const debt = { orderId: id, installmentNo: 1, issuedOn, dueOn, amountFen };
    db.insert(receivables, { ...debt, id: newId(nowMs), customerId });
    created += 1;
    linesCreated += lines.length;
    amount += amountFen;
    onEach();
  }
  return ok({ ...nothingWritten, created, customersCreated: customers.made, linesCreated, amountFen: fen(amount) });
};

/** The next free number of a day; those that the file itself brings are not free either. */
function numberGiver(db: WriteDb, drafts: Iterable<unknown>): (day: CalendarDate) => string {
  const inFile = new Set<string>();
  for (const { orderNo } of orders(drafts)) if (orderNo !== null) inFile.add(orderNo);
  const highest = new Map<string, number>();
  return (day) => {
    const prefix = orderNumberPrefix(day);
    let last = highest.get(prefix) ?? highestOrderNumber(db, prefix);
    let number = nextOrderNumber(day, last);
    while (inFile.has(number)) {
      last += 1;
      number = nextOrderNumber(day, last);
    }
    highest.set(prefix, last + 1);
    return number;
  };
}

function* orders(drafts: Iterable<unknown>): Generator<ImportedOrderDraft> {
  // Safe: the orders desk made them, into a file of our own.
  for (const draft of drafts) yield draft as ImportedOrderDraft;
}
