import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf } from '../../prepared.ts';
import { prepaidParts } from './aging-facts.ts';

/** What a customer's balance did in a period: opening + charged − settled = closing. */
export interface CustomerBalance {
  readonly customerId: Id;
  /** As of the day before the period. */
  readonly openingFen: Fen;
  readonly chargedFen: Fen;
  readonly settledFen: Fen;
  readonly closingFen: Fen;
  /** 预收 in the closing balance. */
  readonly prepaidFen: Fen;
}

export interface BalancePeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/* The lines of accountStatement, of everybody: what was voided on its own day, or before it, never was. */
const changesOf = (table: string, on: string, sign: '' | '-') => `
  SELECT customer_id, ${on} AS on_day, ${sign}amount_fen AS change FROM ${table}
  WHERE deleted_at IS NULL AND ${on} <= :to AND (voided_on IS NULL OR voided_on > ${on})
  UNION ALL
  SELECT customer_id, voided_on, ${sign === '' ? '-' : ''}amount_fen FROM ${table}
  WHERE deleted_at IS NULL AND voided_on > ${on} AND voided_on <= :to`;
const sumsSql = `
  SELECT customer_id, sum(iif(on_day < :from, change, 0)), sum(iif(on_day >= :from AND change > 0, change, 0)),
    sum(iif(on_day >= :from AND change < 0, -change, 0))
  FROM (${changesOf('receivables', 'issued_on', '')} UNION ALL ${changesOf('settlement_sources', 'on_day', '-')}
    UNION ALL ${changesOf('refunds', 'on_day', '')})
  GROUP BY customer_id`;

type SumTuple = readonly [customerId: Id, opening: number, charged: number, settled: number];

/**
 * 客户余额 of every customer with a balance or a movement, in no order: opening, charges and settlements are those of his
 * statement (customerStatement), worked out for all in one go.
 */
export function balanceRows(db: ReadDb, { from, to }: BalancePeriod): ReadonlyMap<Id, CustomerBalance> {
  const prepaid = new Map<Id, number>();
  for (const [sign, sums] of prepaidParts(db, { asOf: to, today: null, customerId: null })) {
    for (const [id, sum] of sums) prepaid.set(id, (prepaid.get(id) ?? 0) + sign * sum);
  }
  const rows = new Map<Id, CustomerBalance>();
  for (const [customerId, opening, charged, settled] of tuplesOf<SumTuple>(db.sqlite, sumsSql).all({ from, to })) {
    const prepaidFen = fen(prepaid.get(customerId) ?? 0);
    if (opening === 0 && charged === 0 && settled === 0 && prepaidFen === 0) continue;
    rows.set(customerId, {
      customerId,
      openingFen: fen(opening),
      chargedFen: fen(charged),
      settledFen: fen(settled),
      closingFen: fen(opening + charged - settled),
      prepaidFen,
    });
  }
  return rows;
}
