import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { PaymentMethod } from '../../../src-shared/payments/payment.ts';
import { accountStatement, type StatementLine } from '../../../src-shared/receivables/account-statement.ts';
import { openReceivables, prepayments } from '../../../src-shared/receivables/balances.ts';
import { type ReceivableDetail, receivableViews } from '../../../src-shared/receivables/customer-money.ts';
import { countsOn, type Ledger } from '../../../src-shared/receivables/ledger.ts';
import type { CustomerStatement, StatementRow } from '../../../src-shared/receivables/receivable-views.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, valuesOf } from '../../prepared.ts';
import { readLedger } from './read-ledger.ts';

export interface StatementOrder {
  readonly customerId: Id;
  readonly from: CalendarDate;
  /** Not before `from`. */
  readonly to: CalendarDate;
}

/**
 * 对账单 of a customer, in the bin or not, with what each line stands for. Throws when its lines do not add up
 * (accountStatement).
 */
export function customerStatement(db: ReadDb, { customerId, from, to }: StatementOrder): CustomerStatement {
  // One read transaction: a payment saved in between would be a line without its words.
  return db.sqlite.transaction(() => {
    const ledger = readLedger(db, customerId);
    const { openingFen, lines, closingFen } = accountStatement(ledger, from, to);
    const words = readWords(db, customerId);
    const changed = (sign: 1 | -1) => fen(lines.reduce((sum, { changeFen }) => sum + Math.max(0, sign * changeFen), 0));
    return {
      customerId,
      customerName: nameOf(db, customerId),
      from,
      to,
      openingFen,
      rows: lines.map((line): StatementRow => ({ ...line, ...wordsOf(words, line) })),
      chargedFen: changed(1),
      settledFen: changed(-1),
      closingFen,
      open: openViews(ledger, words, to),
      prepaidFen: fen([...prepayments(ledger, to).values()].reduce<number>((sum, left) => sum + left, 0)),
      billsNotDueFen: billsNotDue(ledger, words, to),
    };
  })();
}

/** By due day, as money would settle them. */
function openViews(ledger: Ledger, words: Words, asOf: CalendarDate) {
  const open = openReceivables(ledger, asOf).map(({ receivable }) => receivable);
  const order = new Map(open.map(({ id }, place) => [id, place]));
  return receivableViews({ ...ledger, receivables: open }, (id) => found(words.receivables, id), asOf).toSorted(
    (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  );
}

function billsNotDue(ledger: Ledger, { sources }: Words, asOf: CalendarDate) {
  const bills = ledger.sources.filter(
    ({ id, on, voidedOn }) => countsOn(asOf, on, voidedOn) && (found(sources, id).billDueOn ?? asOf) > asOf,
  );
  return fen(bills.reduce((sum, { amountFen }) => sum + amountFen, 0));
}

interface SourceWords {
  readonly id: Id;
  readonly method: PaymentMethod | null;
  readonly billNo: string | null;
  readonly billDueOn: CalendarDate | null;
  readonly orderId: Id | null;
  readonly orderNo: string | null;
  readonly reference: string | null;
  readonly note: string | null;
  readonly voidReason: string | null;
}
interface ReceivableWords extends ReceivableDetail {
  readonly id: Id;
  readonly orderId: Id | null;
  readonly installmentNo: number;
}
interface RefundWords {
  readonly id: Id;
  readonly sourceId: Id;
  readonly method: PaymentMethod;
  readonly note: string | null;
  readonly voidReason: string | null;
}

interface Words {
  readonly receivables: ReadonlyMap<Id, ReceivableWords>;
  readonly sources: ReadonlyMap<Id, SourceWords>;
  readonly refunds: ReadonlyMap<Id, RefundWords>;
}

const receivablesSql = `
  SELECT owed.id, owed.order_id AS orderId, owed.installment_no AS installmentNo, sold.order_no AS orderNo, owed.reference,
    owed.dispute_reason AS disputeReason, owed.note, owed.void_reason AS voidReason,
    CASE WHEN owed.order_id IS NULL THEN 1 ELSE (
      SELECT count(*) FROM receivables AS part
      WHERE part.order_id = owed.order_id AND part.deleted_at IS NULL AND (part.voided_on IS NULL OR part.id = owed.id)
    ) END AS installments
  FROM receivables AS owed LEFT JOIN sales_orders AS sold ON sold.id = owed.order_id
  WHERE owed.customer_id = +? AND owed.deleted_at IS NULL`;
const sourcesSql = `
  SELECT source.id, source.method, source.bill_no AS billNo, source.bill_due_on AS billDueOn, source.order_id AS orderId,
    sold.order_no AS orderNo, source.reference, source.note, source.void_reason AS voidReason
  FROM settlement_sources AS source LEFT JOIN sales_orders AS sold ON sold.id = source.order_id
  WHERE source.customer_id = +? AND source.deleted_at IS NULL`;
const refundsSql = `
  SELECT id, source_id AS sourceId, method, note, void_reason AS voidReason
  FROM refunds WHERE customer_id = +? AND deleted_at IS NULL`;

function readWords({ sqlite }: ReadDb, customerId: Id): Words {
  const byId = <T extends { readonly id: Id }>(sql: string) =>
    new Map(
      rowsOf<T>(sqlite, sql)
        .all(customerId)
        .map((row) => [row.id, row]),
    );
  return {
    receivables: byId<ReceivableWords>(receivablesSql),
    sources: byId<SourceWords>(sourcesSql),
    refunds: byId<RefundWords>(refundsSql),
  };
}

/** Where something was voided its reason stands instead of its note. */
function wordsOf({ receivables, sources, refunds }: Words, { kind, id }: StatementLine) {
  switch (kind) {
    case 'receivable':
    case 'receivable_void': {
      const { orderId, orderNo, reference, installments, note, voidReason, ...part } = found(receivables, id);
      const installmentNo = installments > 1 ? part.installmentNo : null;
      const said = kind === 'receivable' ? note : (voidReason ?? note);
      return { number: orderNo ?? reference, orderId, sourceId: null, method: null, installmentNo, note: said };
    }
    case 'refund':
    case 'refund_void': {
      const { sourceId, method, note, voidReason } = found(refunds, id);
      const { reference, billNo, orderNo, orderId } = found(sources, sourceId);
      const said = kind === 'refund' ? note : (voidReason ?? note);
      const number = reference ?? billNo ?? orderNo;
      return { number, orderId, sourceId, method, installmentNo: null, note: said };
    }
    default: {
      const { orderId, orderNo, reference, billNo, method, note, voidReason } = found(sources, id);
      const said = kind.endsWith('_void') ? (voidReason ?? note) : note;
      const number = reference ?? billNo ?? orderNo;
      return { number, orderId, sourceId: id, method, installmentNo: null, note: said };
    }
  }
}

function found<T>(rows: ReadonlyMap<Id, T>, id: Id): T {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`${id} is in the ledger and was not read`);
  return row;
}

function nameOf({ sqlite }: ReadDb, customerId: Id): string {
  const name = valuesOf<string>(sqlite, 'SELECT name FROM customers WHERE id = ?').get(customerId);
  if (name === undefined) throw new Error(`no customer ${customerId}`);
  return name;
}

/** So few facts that whatever is worked out from a ledger takes no more than some milliseconds. */
const few = 300;
const countSql = (table: string) => `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE customer_id = +? LIMIT ?)`;

export function isLedgerShort({ sqlite }: ReadDb, customerId: Id): boolean {
  const count = (table: string) => valuesOf<number>(sqlite, countSql(table)).get(customerId, few + 1) ?? 0;
  return ['receivables', 'settlement_sources', 'allocations'].every((table) => count(table) <= few);
}
