import type { ReadDb } from '../../db/open.ts';
import { agingDetail, type DetailOrder } from '../../db/queries/money/aging-detail.ts';
import { customerMoney, customerMoneySummaries } from '../../db/queries/money/customer-money.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { ok, type Result } from '../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../src-shared/ipc/procedure.ts';
import { latestMoney } from '../../src-shared/receivables/latest-money.ts';
import type { receivablesContract } from '../../src-shared/receivables/receivables-contract.ts';
import { checkOrder } from '../features/orders/check-order.ts';
import { startOrder } from '../features/orders/order-reads.ts';
import { releasesOfRefund } from '../features/payments/change-settlement.ts';
import { proposePayment } from '../features/payments/payment-service.ts';
import { releasesOfReceivable } from '../features/receivables/releases.ts';
import { customerTerms } from '../features/terms/terms-service.ts';
import type { Actor } from '../ipc/actor.ts';

type LedgerRead<Input, Output> = (db: ReadDb, actor: Actor, input: Input) => Result<Output, AppError>;

/**
 * What is worked out from all money facts of a customer: milliseconds of most, half a second of one with ten thousand
 * debts. They run here or in a job's thread (see read-ledger-at-size.ts). Input and output are plain data.
 */
export const ledgerReads = {
  customerMoney: (
    db: ReadDb,
    { today }: Actor,
    { customerId, asOf, latest, receivableIds }: ParsedInputOf<typeof receivablesContract.ofCustomer>,
  ) => {
    const money = customerMoney(db, customerId, asOf ?? today, today);
    return ok(latest === undefined ? money : latestMoney(money, { latest, receivableIds }));
  },
  summaries: (db: ReadDb, { today }: Actor, ids: readonly Id[]) => ok(customerMoneySummaries(db, ids, today)),
  agingDetail: (db: ReadDb, _actor: Actor, order: DetailOrder) => ok(agingDetail(db, order)),
  releases: (db: ReadDb, _actor: Actor, input: Parameters<typeof releasesOfReceivable>[1]) =>
    ok(releasesOfReceivable(db, input)),
  customerTerms: (db: ReadDb, actor: Actor, customerId: Id) => customerTerms(db, actor, customerId),
  proposePayment,
  refundReleases: releasesOfRefund,
  startOrder,
  checkOrder: (
    db: ReadDb,
    actor: Actor,
    { draft, timeZone }: { readonly draft: Parameters<typeof checkOrder>[2]; readonly timeZone: string },
  ) => checkOrder(db, actor, draft, timeZone),
} satisfies Record<string, LedgerRead<never, unknown>>;

export type LedgerReads = typeof ledgerReads;
export type LedgerReadKind = keyof LedgerReads;
export type InputOfLedgerRead<K extends LedgerReadKind> = Parameters<LedgerReads[K]>[2];
export type OutputOfLedgerRead<K extends LedgerReadKind> =
  ReturnType<LedgerReads[K]> extends Result<infer O, AppError> ? O : never;

/** Safe cast: the kind ties the input to its read; TypeScript cannot follow that through an indexed union. */
export function ledgerRead<K extends LedgerReadKind>(kind: K): LedgerRead<InputOfLedgerRead<K>, OutputOfLedgerRead<K>> {
  return ledgerReads[kind] as unknown as LedgerRead<InputOfLedgerRead<K>, OutputOfLedgerRead<K>>;
}
