import { addDays, type CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import type { WriteDb } from '../journal.ts';
import { customers } from '../schema/customers.ts';
import { allocations, receivables, settlementSources } from '../schema/money.ts';
import { salesOrderLines, salesOrders } from '../schema/orders.ts';
import type { SoakImport } from './soak-events.ts';

/** Of 100 yuan, made by an import. */
export interface ImportedDebt {
  readonly customerId: Id;
  readonly receivableId: Id;
}

const debtFen = 10_000;

/** Writes the rows of an import other than of payments, and gives the debts among them. */
export function writeImport(
  db: WriteDb,
  { target, mark, rows }: SoakImport,
  on: CalendarDate,
): readonly ImportedDebt[] {
  const debts: ImportedDebt[] = [];
  for (let row = 0; row < rows; row += 1) {
    const customerId = newId();
    db.insert(customers, { id: customerId, name: `导入客户${row}`, source: mark });
    if (target === 'customers') continue;
    const orderId = target === 'orders' ? anOrder(db, customerId, mark, on) : null;
    const receivableId = newId();
    db.insert(receivables, {
      id: receivableId,
      customerId,
      orderId,
      reference: orderId === null ? mark : null,
      installmentNo: 1,
      issuedOn: on,
      dueOn: addDays(on, 30),
      amountFen: debtFen,
    });
    debts.push({ customerId, receivableId });
  }
  return debts;
}

function anOrder(db: WriteDb, customerId: Id, contractNo: string, issuedOn: CalendarDate): Id {
  const id = newId();
  const terms = { creditKind: 'days', creditDays: 30 } as const;
  db.insert(salesOrders, { id, customerId, orderNo: `XS-${id}`, contractNo, issuedOn, ...terms });
  const figures = { unitPriceE4: debtFen * 100, quantityE3: 1_000, discountBp: 0, amountFen: debtFen };
  db.insert(salesOrderLines, { id: newId(), customerId, orderId: id, position: 0, title: '合页', ...figures });
  return id;
}

/** A payment as large as each debt, of which half settles it and the rest is prepayment. */
export function writeImportedPayments(
  db: WriteDb,
  reference: string,
  debts: readonly ImportedDebt[],
  on: CalendarDate,
): void {
  for (const { customerId, receivableId } of debts) {
    const sourceId = newId();
    const paid = { kind: 'payment', method: 'transfer', onDay: on, amountFen: debtFen, reference } as const;
    db.insert(settlementSources, { ...paid, id: sourceId, customerId });
    const part = { receivableId, sourceId, amountFen: debtFen / 2, effectiveOn: on };
    db.insert(allocations, { ...part, id: newId(), customerId });
  }
}
