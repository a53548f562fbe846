import type { ReadDb } from '../../../db/open.ts';
import { ifWithFirm } from '../../../db/queries/user-rows.ts';
import type { AppError, FieldError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { OrderDraft } from '../../../src-shared/orders/order.ts';
import { newReceivable } from '../../../src-shared/orders/replan-order.ts';
import { billProblem } from '../../../src-shared/payments/payment-bill.ts';
import type { Instalment } from '../../../src-shared/receivables/credit-terms.ts';
import type { Allocation, Ledger, Receivable, SettlementSource } from '../../../src-shared/receivables/ledger.ts';
import { type LedgerChange, type NewId, noLedgerChange } from '../../../src-shared/receivables/ledger-changes.ts';
import { reachOf } from '../../../src-shared/users/rights.ts';
import type { Actor } from '../../ipc/actor.ts';

interface NewOrder {
  readonly id: Id;
  readonly draft: Pick<OrderDraft, 'customerId' | 'issuedOn' | 'usePrepayment' | 'payment'>;
  readonly instalments: readonly Instalment[];
}

export interface SettledOrder {
  readonly change: LedgerChange;
  /** What prepayment and the money taken with it settle of the order. */
  readonly givenFen: Fen;
}

/**
 * What is owed for a new order, and what settles it at once: prepayment first, then money taken with it, each over the
 * instalments in their order; what is left of the money is prepayment (domain §1).
 * Errors: validation (a source that is none, money of a later day, a bill without its day), conflict exceeds_open, forbidden.
 */
export function settleNewOrder(
  db: ReadDb,
  actor: Pick<Actor, 'role' | 'today'>,
  ledger: Ledger,
  { id, draft, instalments }: NewOrder,
  nextId: NewId,
): Result<SettledOrder, AppError> {
  const { customerId, issuedOn, payment } = draft;
  const receivables = instalments.map((part) => newReceivable({ customerId, orderId: id, issuedOn }, part, nextId()));
  const refusal = payment ? paymentRefusal(db, actor, payment) : null;
  if (refusal) return err(refusal);
  const prepaid = prepaymentsOf(ledger, draft.usePrepayment);
  if (!prepaid.ok) return prepaid;
  const open = new Map<Receivable, number>(receivables.map((each) => [each, each.amountFen]));
  const allocations: Allocation[] = [];
  for (const { source, amountFen } of prepaid.value) {
    const { parts, restFen } = take(open, source, amountFen, nextId);
    if (restFen > 0) return err({ kind: 'conflict', reason: 'exceeds_open', otherId: source.id });
    allocations.push(...parts);
  }
  const taken: SettlementSource | null = payment && {
    id: nextId(),
    customerId,
    kind: 'payment',
    on: payment.receivedOn,
    amountFen: payment.amountFen,
    voidedOn: null,
  };
  if (taken) allocations.push(...take(open, taken, taken.amountFen, nextId).parts);
  const givenFen = fen(allocations.reduce((sum, { amountFen }) => sum + amountFen, 0));
  return ok({ change: { ...noLedgerChange, receivables, sources: taken ? [taken] : [], allocations }, givenFen });
}

/** Money is in hand when it is recorded: what is still to come is a promise. */
function paymentRefusal(
  db: ReadDb,
  { role, today }: Pick<Actor, 'role' | 'today'>,
  payment: NonNullable<OrderDraft['payment']>,
): AppError | null {
  if (reachOf(role, 'money.edit') === null) return { kind: 'forbidden', right: 'money.edit' };
  const { receivedOn, collectedById } = payment;
  const isStranger = collectedById !== null && ifWithFirm(db, collectedById) === null;
  const problems: (FieldError | null)[] = [
    receivedOn > today ? { field: 'payment.receivedOn', problem: 'out_of_range' } : null,
    billProblem(payment, 'payment.billDueOn'),
    isStranger ? { field: 'payment.collectedById', problem: 'unknown_choice' } : null,
  ];
  const fields = problems.filter((problem) => problem !== null);
  return fields.length > 0 ? { kind: 'validation', fields } : null;
}

interface Use {
  readonly source: SettlementSource;
  readonly amountFen: Fen;
}

/** The oldest first. */
function prepaymentsOf(ledger: Ledger, wished: OrderDraft['usePrepayment']): Result<readonly Use[], AppError> {
  const uses: Use[] = [];
  for (const [index, { sourceId, amountFen }] of wished.entries()) {
    const source = ledger.sources.find(({ id }) => id === sourceId);
    if (!source || source.kind === 'write_off' || source.voidedOn !== null) {
      const field = `usePrepayment.${index}.sourceId`;
      return err({ kind: 'validation', fields: [{ field, problem: 'unknown_choice' }] });
    }
    uses.push({ source, amountFen });
  }
  const later = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return ok(uses.toSorted((a, b) => later(a.source.on, b.source.on) || later(a.source.id, b.source.id)));
}

function take(open: Map<Receivable, number>, source: SettlementSource, amountFen: Fen, nextId: NewId) {
  const parts: Allocation[] = [];
  let rest: number = amountFen;
  for (const [receivable, openFen] of open) {
    const part = Math.min(rest, openFen);
    if (part === 0) continue;
    open.set(receivable, openFen - part);
    rest -= part;
    const effectiveOn = source.on > receivable.issuedOn ? source.on : receivable.issuedOn;
    const ids = { id: nextId(), sourceId: source.id, receivableId: receivable.id };
    parts.push({ ...ids, amountFen: fen(part), effectiveOn, endedOn: null });
  }
  return { parts, restFen: fen(rest) };
}
