import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { bareText } from '../../../src-shared/core/fold-text.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { PaymentMethod } from '../../../src-shared/payments/payment.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, valuesOf } from '../../prepared.ts';

/** An order of the book, as a row of a file is compared with it. */
export interface PresentOrder {
  readonly customerId: Id;
  readonly issuedOn: CalendarDate;
  readonly amountFen: Fen;
}

/** What an import of money asks the book per row. Void rows and those an undo took away are no hindrance. */
export interface MoneyImportLookups {
  /** Live customers whose 简称 is this, but for case, width and punctuation. */
  shortNamed(name: string): readonly { readonly id: Id; readonly name: string }[];
  ordersOfNumber(orderNo: string): readonly PresentOrder[];
  hasOrder(customerId: Id, issuedOn: CalendarDate, amountFen: Fen): boolean;
  /** Entered alone, under that number. */
  receivablesOfNumber(customerId: Id, reference: string): readonly Fen[];
  /** Entered alone and without a number; `issuedOn` null: of any day. */
  hasReceivable(customerId: Id, amountFen: Fen, issuedOn: CalendarDate | null): boolean;
  /** Under that number when there is one, else by the same way of paying. */
  hasPayment(customerId: Id, on: CalendarDate | null, amountFen: Fen, by: PaymentKey): boolean;
  /** By code, else by name and specification, else by name when only one product has it. Null: none. */
  product(wish: {
    readonly code: string | null;
    readonly name: string | null;
    readonly spec: string | null;
  }): Id | null;
}

export type PaymentKey = { readonly reference: string } | { readonly method: PaymentMethod };

const amountOf =
  'SELECT coalesce(sum(l.amount_fen), 0) FROM sales_order_lines l WHERE l.order_id = o.id AND l.deleted_at IS NULL';
const byNumberSql = `
  SELECT o.customer_id AS customerId, o.issued_on AS issuedOn, (${amountOf}) AS amountFen
  FROM sales_orders o WHERE o.order_no = +? AND o.deleted_at IS NULL`;
const orderSql = `
  SELECT 1 FROM sales_orders o WHERE o.customer_id = +? AND o.issued_on = +? AND o.deleted_at IS NULL
    AND o.voided_on IS NULL AND (${amountOf}) = +? LIMIT 1`;
const alone = 'customer_id = +? AND order_id IS NULL AND deleted_at IS NULL AND voided_on IS NULL';
const numberedSql = `SELECT amount_fen FROM receivables WHERE ${alone} AND reference = +?`;
const unnumberedSql = `
  SELECT 1 FROM receivables WHERE ${alone} AND reference IS NULL AND amount_fen = +? AND (+? IS NULL OR issued_on = +?)
  LIMIT 1`;
// The plus before kind and method: else their index is taken, and each row of a file asks all payments of its method.
const paid = `customer_id = +? AND +kind = 'payment' AND amount_fen = +? AND (+? IS NULL OR on_day = +?)
  AND deleted_at IS NULL AND voided_on IS NULL`;
const paidByNumberSql = `SELECT 1 FROM settlement_sources WHERE ${paid} AND reference = +? LIMIT 1`;
const paidByMethodSql = `SELECT 1 FROM settlement_sources WHERE ${paid} AND reference IS NULL AND +method = +? LIMIT 1`;
const shortNamesSql =
  "SELECT id, name, short_name AS shortName FROM customers WHERE short_name <> '' AND deleted_at IS NULL";
const productsSql =
  'SELECT id, name, code, spec FROM products WHERE deleted_at IS NULL ORDER BY archived_at IS NOT NULL, id';

export function moneyImportLookups({ sqlite }: Pick<ReadDb, 'sqlite'>): MoneyImportLookups {
  const byShortName = once(() => {
    const rows = rowsOf<{ id: Id; name: string; shortName: string }>(sqlite, shortNamesSql).all();
    return Map.groupBy(rows, ({ shortName }) => bareText(shortName));
  });
  const products = once(() => {
    const rows = rowsOf<{ id: Id; name: string; code: string | null; spec: string | null }>(sqlite, productsSql).all();
    return {
      byCode: Map.groupBy(rows, ({ code }) => bareText(code ?? '')),
      byName: Map.groupBy(rows, ({ name }) => bareText(name)),
    };
  });
  return {
    shortNamed: (name) => byShortName().get(bareText(name)) ?? [],
    ordersOfNumber: (orderNo) =>
      rowsOf<Omit<PresentOrder, 'amountFen'> & { amountFen: number }>(sqlite, byNumberSql)
        .all(orderNo)
        .map((row) => ({ ...row, amountFen: fen(row.amountFen) })),
    hasOrder: (customerId, issuedOn, amountFen) =>
      valuesOf(sqlite, orderSql).get(customerId, issuedOn, amountFen) !== undefined,
    receivablesOfNumber: (customerId, reference) =>
      valuesOf<number>(sqlite, numberedSql).all(customerId, reference).map(fen),
    hasReceivable: (customerId, amountFen, issuedOn) =>
      valuesOf(sqlite, unnumberedSql).get(customerId, amountFen, issuedOn, issuedOn) !== undefined,
    hasPayment: (customerId, on, amountFen, by) =>
      'reference' in by
        ? valuesOf(sqlite, paidByNumberSql).get(customerId, amountFen, on, on, by.reference) !== undefined
        : valuesOf(sqlite, paidByMethodSql).get(customerId, amountFen, on, on, by.method) !== undefined,
    product: ({ code, name, spec }) => {
      const { byCode, byName } = products();
      const coded = code === null ? undefined : byCode.get(bareText(code));
      if (coded?.[0] && bareText(code ?? '') !== '') return coded[0].id;
      const named = (name === null ? undefined : byName.get(bareText(name))) ?? [];
      const exact = named.find((row) => bareText(row.spec ?? '') === bareText(spec ?? ''));
      return exact?.id ?? (spec === null && named.length === 1 ? (named[0]?.id ?? null) : null);
    },
  };
}

/** Read when a row first asks: most sheets never do. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}
