import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type {
  Allocation,
  Ledger,
  Receivable,
  Refund,
  SettlementSource,
  SourceKind,
} from '../../../src-shared/receivables/ledger.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';

/*
 * Rows that an undo took to the bin are no facts. Of one customer `= +?`: with a bare parameter this SQLite plans anew at
 * every call beside partial indexes. Of many a list, each by the index of its table.
 */
const ofOne = (table: string) => `FROM ${table} AS fact WHERE fact.customer_id = +?`;
const ofMany = (table: string) =>
  `FROM json_each(?) AS wanted CROSS JOIN ${table} AS fact ON fact.customer_id = wanted.value WHERE true`;

const factsSql = (of: (table: string) => string) => ({
  receivables: `
    SELECT fact.id, customer_id AS customerId, order_id AS orderId, installment_no AS installmentNo, issued_on AS issuedOn,
      due_on AS dueOn, amount_fen AS amountFen, dispute_reason IS NOT NULL AS isDisputed, voided_on AS voidedOn
    ${of('receivables')} AND deleted_at IS NULL`,
  dueDays: `
    SELECT receivable_id AS receivableId, was_due_on AS dueOn, until_on AS untilOn
    ${of('due_day_changes')} ORDER BY until_on, fact.id`,
  sources: `
    SELECT fact.id, customer_id AS customerId, kind, on_day AS "on", amount_fen AS amountFen, voided_on AS voidedOn
    ${of('settlement_sources')} AND deleted_at IS NULL`,
  allocations: `
    SELECT fact.id, customer_id AS customerId, source_id AS sourceId, receivable_id AS receivableId,
      amount_fen AS amountFen, effective_on AS effectiveOn, ended_on AS endedOn
    ${of('allocations')}`,
  refunds: `
    SELECT fact.id, customer_id AS customerId, source_id AS sourceId, amount_fen AS amountFen, on_day AS "on",
      voided_on AS voidedOn
    ${of('refunds')} AND deleted_at IS NULL`,
});
const factsOfOne = factsSql(ofOne);
const factsOfMany = factsSql(ofMany);

interface ReceivableRecord {
  readonly id: Id;
  readonly customerId: Id;
  readonly orderId: Id | null;
  readonly installmentNo: number;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly amountFen: number;
  readonly isDisputed: 0 | 1;
  readonly voidedOn: CalendarDate | null;
}

type Unbranded<T extends { readonly amountFen: Fen }> = Omit<T, 'amountFen'> & { readonly amountFen: number };

/** All money facts of a customer, whatever their day: what the rules of domain §1–§3 work on. */
export function readLedger({ sqlite }: Pick<ReadDb, 'sqlite'>, customerId: Id): Ledger {
  const facts = readFacts(sqlite, factsOfOne, customerId);
  return { ...facts, allocations: facts.allocations.map(withoutOwner), refunds: facts.refunds.map(withoutOwner) };
}

/** As readLedger, of some hundreds in one go; each id that is asked for is in the answer. */
export function readLedgers({ sqlite }: Pick<ReadDb, 'sqlite'>, ids: readonly Id[]): ReadonlyMap<Id, Ledger> {
  const facts = readFacts(sqlite, factsOfMany, JSON.stringify([...new Set(ids)]));
  const receivables = Map.groupBy(facts.receivables, ({ customerId }) => customerId);
  const sources = Map.groupBy(facts.sources, ({ customerId }) => customerId);
  const allocations = Map.groupBy(facts.allocations, ({ customerId }) => customerId);
  const refunds = Map.groupBy(facts.refunds, ({ customerId }) => customerId);
  return new Map(
    ids.map((id) => [
      id,
      {
        receivables: receivables.get(id) ?? [],
        sources: sources.get(id) ?? [],
        allocations: (allocations.get(id) ?? []).map(withoutOwner),
        refunds: (refunds.get(id) ?? []).map(withoutOwner),
      },
    ]),
  );
}

type Owned<T> = T & { readonly customerId: Id };

interface Facts {
  readonly receivables: readonly Receivable[];
  readonly sources: readonly SettlementSource[];
  readonly allocations: readonly Owned<Allocation>[];
  readonly refunds: readonly Owned<Refund>[];
}

function readFacts(sqlite: ReadDb['sqlite'], sql: ReturnType<typeof factsSql>, whose: string): Facts {
  const former = Map.groupBy(
    rowsOf<{ receivableId: Id; dueOn: CalendarDate; untilOn: CalendarDate }>(sqlite, sql.dueDays).all(whose),
    ({ receivableId }) => receivableId,
  );
  return {
    receivables: rowsOf<ReceivableRecord>(sqlite, sql.receivables)
      .all(whose)
      .map(
        (row): Receivable => ({
          ...row,
          amountFen: fen(row.amountFen),
          isDisputed: row.isDisputed === 1,
          formerDueDays: (former.get(row.id) ?? []).map(({ dueOn, untilOn }) => ({ dueOn, untilOn })),
        }),
      ),
    sources: rowsOf<Unbranded<SettlementSource> & { readonly kind: SourceKind }>(sqlite, sql.sources)
      .all(whose)
      .map(inFen),
    allocations: rowsOf<Unbranded<Owned<Allocation>>>(sqlite, sql.allocations).all(whose).map(inFen),
    refunds: rowsOf<Unbranded<Owned<Refund>>>(sqlite, sql.refunds).all(whose).map(inFen),
  };
}

function withoutOwner<T extends { readonly customerId: Id }>({
  customerId: _whose,
  ...fact
}: T): Omit<T, 'customerId'> {
  return fact;
}

function inFen<T extends { readonly amountFen: number }>(row: T): Omit<T, 'amountFen'> & { readonly amountFen: Fen } {
  return { ...row, amountFen: fen(row.amountFen) };
}
