import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { receivableViewsOf } from '../../../db/queries/money/customer-money.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { users } from '../../../db/schema/book.ts';
import { settlementSources } from '../../../db/schema/money.ts';
import { salesOrders } from '../../../db/schema/orders.ts';
import type { AppError, FieldError } from '../../../src-shared/core/app-error.ts';
import { given } from '../../../src-shared/core/given.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { billOf, billProblem } from '../../../src-shared/payments/payment-bill.ts';
import type { paymentsContract } from '../../../src-shared/payments/payments-contract.ts';
import type { ProposedAllocation } from '../../../src-shared/receivables/allocate.ts';
import { prepayments } from '../../../src-shared/receivables/balances.ts';
import { putFirst, type Settleable, settleable, spread, takeOf } from '../../../src-shared/receivables/free-money.ts';
import type { Ledger, SettlementSource } from '../../../src-shared/receivables/ledger.ts';
import { addSource } from '../../../src-shared/receivables/ledger-changes.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange, customerToRead } from '../../ipc/reachable-customer.ts';
import { writeLedgerChange } from '../../workflows/write-ledger-change.ts';
import { sourceToChange } from './source-to-change.ts';

type Payments = typeof paymentsContract;
type PaymentFields = ParsedInputOf<Payments['record']>['payment'];

export function proposePayment(
  db: ReadDb,
  actor: Actor,
  { customerId, amountFen, receivedOn, firstReceivableId }: ParsedInputOf<Payments['propose']>,
): Result<OutputOfProcedure<Payments['propose']>, AppError> {
  const customer = customerToRead(db, actor, customerId, 'money.read');
  if (!customer.ok) return customer;
  const { today } = actor;
  const ledger = readLedger(db, customerId);
  const open = putFirst(settleable(ledger, { on: receivedOn, today, alsoId: firstReceivableId }), firstReceivableId);
  const first = open.find(({ receivable }) => receivable.id === firstReceivableId);
  const { allocations, restFen } = spread(amountFen ?? first?.openFen ?? fen(0), open);
  const proposed = sumsByReceivable(allocations);
  const receivables = open.map(({ receivable }) => receivable);
  // What is still to come is shown as of its own day.
  const days = new Set([...receivables.map(({ issuedOn }) => issuedOn).filter((day) => day > today), today]);
  const views = new Map(
    [...days]
      .flatMap((asOf) => receivableViewsOf(db, customerId, { ...ledger, receivables }, asOf))
      .map((view) => [view.id, view]),
  );
  return ok({
    lines: open.map(({ receivable: { id } }) => {
      const receivable = views.get(id);
      if (!receivable) throw new Error(`receivable ${id} is not among what the customer owes`);
      return { receivable, proposedFen: proposed.get(id) ?? fen(0) };
    }),
    restFen,
    prepaidFen: fen([...prepayments(ledger, today).values()].reduce<number>((sum, left) => sum + left, 0)),
  });
}

/** Errors: those of the customer; validation; conflict exceeds_open (more than is open of one), exceeds_left (than came in). */
export function recordPayment(
  db: WriteDb,
  actor: Actor,
  { customerId, payment, settles }: ParsedInputOf<Payments['record']>,
): Result<{ id: Id; settledFen: Fen; prepaidFen: Fen }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'money.edit');
  if (!customer.ok) return customer;
  const problems = paymentProblems(db, actor, customerId, payment);
  if (problems.length > 0) return err({ kind: 'validation', fields: problems });
  const { receivedOn, amountFen, ...details } = payment;
  const ledger = readLedger(db, customerId);
  const parts = settles ? byHand(ledger, actor, payment, settles) : ok(oldestFirst(ledger, actor, payment));
  if (!parts.ok) return parts;

  const nowMs = instantToMs(db.info.now);
  const nextId = () => newId(nowMs);
  const source: SettlementSource = {
    id: nextId(),
    customerId,
    kind: 'payment',
    on: receivedOn,
    amountFen,
    voidedOn: null,
  };
  const written = writeLedgerChange(db, customerId, ledger, addSource(source, parts.value, nextId), {
    source: { ...details, ...billOf(payment) },
  });
  if (!written.ok) return written;
  const settledFen = sumOf(parts.value);
  return ok({ id: source.id, settledFen, prepaidFen: fen(amountFen - settledFen) });
}

/** What does not change what is owed. Errors: not_found, already_void, validation. */
export function updatePayment(
  db: WriteDb,
  actor: Actor,
  { id, fields: wish }: ParsedInputOf<Payments['update']>,
): Result<object, AppError> {
  const present = sourceToChange(db, actor, id);
  if (!present.ok) return present;
  const fields = given(wish);
  const method = fields.method ?? present.value.method;
  if (present.value.kind !== 'payment' || method === null) {
    const { note, reference, ...others } = fields;
    const [other] = Object.keys(others);
    if (other) return err({ kind: 'validation', fields: [{ field: `fields.${other}`, problem: 'invalid' }] });
    db.update(settlementSources, id, given({ note, reference }));
    return ok({});
  }
  const bill = {
    method,
    billNo: fields.billNo === undefined ? present.value.billNo : fields.billNo,
    billDueOn: fields.billDueOn === undefined ? present.value.billDueOn : fields.billDueOn,
    receivedOn: present.value.onDay,
  };
  const collectedById = fields.collectedById ?? null;
  const problems = [
    billProblem(bill, 'fields.billDueOn'),
    collectedById === present.value.collectedById ? null : personProblem(db, collectedById, 'fields.collectedById'),
  ].filter((problem) => problem !== null);
  if (problems.length > 0) return err({ kind: 'validation', fields: problems });
  db.update(settlementSources, id, { ...fields, ...billOf(bill) });
  return ok({});
}

/** By hand: as much of each as was said, from as early as it is free. */
function byHand(
  ledger: Ledger,
  { today }: Actor,
  { receivedOn: on, amountFen }: PaymentFields,
  settles: readonly { readonly receivableId: Id; readonly amountFen: Fen }[],
): Result<readonly ProposedAllocation[], AppError> {
  const parts: ProposedAllocation[] = [];
  for (const [receivableId, wantedFen] of sumsByReceivable(settles)) {
    const receivable = ledger.receivables.find(({ id }) => id === receivableId);
    if (!receivable) return err({ kind: 'not_found', entity: 'receivables', id: receivableId });
    if (receivable.voidedOn !== null) return err({ kind: 'conflict', reason: 'already_void', otherId: receivableId });
    const own = { ...ledger, receivables: [receivable] };
    const [open] = settleable(own, { on, today, alsoId: receivableId });
    if (!open || open.openFen < wantedFen) {
      return err({ kind: 'conflict', reason: 'exceeds_open', otherId: receivableId });
    }
    parts.push(...takeOf(open, wantedFen));
  }
  return sumOf(parts) > amountFen ? err({ kind: 'conflict', reason: 'exceeds_left' }) : ok(parts);
}

/** A deposit is for its order: old debts do not take it. */
function oldestFirst(
  ledger: Ledger,
  { today }: Actor,
  { receivedOn: on, amountFen, isDeposit, orderId }: PaymentFields,
): readonly ProposedAllocation[] {
  const isMeant = ({ receivable }: Settleable) => !isDeposit || (orderId !== null && receivable.orderId === orderId);
  return spread(amountFen, settleable(ledger, { on, today }).filter(isMeant)).allocations;
}

function paymentProblems(db: ReadDb, { today }: Actor, customerId: Id, payment: PaymentFields): readonly FieldError[] {
  const { receivedOn, orderId, collectedById } = payment;
  const problems: (FieldError | null)[] = [
    // Money that is still to come is a promise.
    receivedOn > today ? { field: 'payment.receivedOn', problem: 'out_of_range' } : null,
    billProblem(payment, 'payment.billDueOn'),
    orderProblem(db, customerId, orderId),
    personProblem(db, collectedById, 'payment.collectedById'),
  ];
  return problems.filter((problem) => problem !== null);
}

function orderProblem(db: ReadDb, customerId: Id, orderId: Id | null): FieldError | null {
  if (orderId === null) return null;
  const order = findRow(db, salesOrders, orderId);
  const isUsable = order?.customerId === customerId && order.deletedAt === null && order.voidedOn === null;
  return isUsable ? null : { field: 'payment.orderId', problem: 'unknown_choice' };
}

function personProblem(db: ReadDb, userId: Id | null, field: string): FieldError | null {
  if (userId === null) return null;
  const person = findRow(db, users, userId);
  return person && person.deletedAt === null ? null : { field, problem: 'unknown_choice' };
}

function sumsByReceivable(
  parts: readonly { readonly receivableId: Id; readonly amountFen: Fen }[],
): ReadonlyMap<Id, Fen> {
  const sums = new Map<Id, Fen>();
  for (const { receivableId, amountFen } of parts) {
    sums.set(receivableId, fen((sums.get(receivableId) ?? 0) + amountFen));
  }
  return sums;
}

function sumOf(parts: readonly { readonly amountFen: Fen }[]): Fen {
  return fen(parts.reduce((sum, { amountFen }) => sum + amountFen, 0));
}
