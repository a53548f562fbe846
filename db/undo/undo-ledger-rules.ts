import type { ConflictReason } from '../../src-shared/core/app-error.ts';
import { type CalendarDate, fromDayNumber } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { balanceOn } from '../../src-shared/receivables/balances.ts';
import type { Ledger } from '../../src-shared/receivables/ledger.ts';
import { brokenLaws } from '../../src-shared/receivables/ledger-laws.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';
import { shapeOfEntity } from '../table-shape.ts';
import { ledgerAfterUndo, type Reinserted, reinsertedOf } from './ledger-after-undo.ts';
import { dropWith, isMoney } from './money-together.ts';
import { conflictOf, type UndoPlan } from './plan-undo.ts';
import type { RowReader } from './row-reader.ts';
import {
  bins,
  isLiveAfter,
  type RowKey,
  rowKey,
  type UndoConflict,
  type UndoStep,
  type UndoSteps,
} from './undo-steps.ts';

type Plan = UndoPlan & { readonly conflicts: UndoConflict[] };

/** After all that can be entered: what is to come counts too. */
const endOfTime: CalendarDate = fromDayNumber(2_932_896);

/**
 * Refuses what would leave a ledger that breaks a law of domain §1, or money with a customer in the bin (§12): those rows,
 * with all that hangs together with them.
 */
export function refuseBrokenLedgers(db: ReadDb, rows: RowReader, plan: Plan): void {
  const withSteps = moneyStepsByCustomer(rows, plan.steps);
  for (const [customerId, keys] of withSteps) dropWhileWrong(db, rows, plan, customerId, keys);
  for (const [key, step] of plan.steps) {
    if (step.shape.name !== 'customers' || !bins(step)) continue;
    const keys = withSteps.get(step.id);
    // Who has nothing now and gets nothing back has nothing then: most of an import.
    if (!keys && valuesOf<number>(db.sqlite, listedWithMoney).get(step.id) === undefined) continue;
    const back = reinsertedOf(onlyThese(plan.steps, keys ?? []));
    if (!hasMoney(ledgerAfterUndo(db, plan.steps, back, step.id))) continue;
    plan.steps.delete(key);
    plan.conflicts.push(conflictOf(step.shape, step.id, { reason: 'breaks_rule', rule: 'has_money', theirs: null }));
  }
}

const listedWithMoney = `SELECT 1 FROM customer_list WHERE customer_id = ? AND (
  owed_fen IS NOT NULL OR prepaid_fen IS NOT NULL OR money_changes_on IS NOT NULL)`;

function dropWhileWrong(db: ReadDb, rows: RowReader, plan: Plan, customerId: Id, keys: readonly RowKey[]): void {
  for (let left = liveOf(plan.steps, keys); left.length > 0; ) {
    const back = reinsertedOf(onlyThese(plan.steps, left));
    const wrong = wrongRows(db, rows, plan.steps, back, customerId, left);
    if (wrong === null) return;
    const why = { reason: 'breaks_rule', rule: wrong.rule, theirs: null } as const;
    dropWith(rows, plan, new Map(wrong.keys.map((key) => [key, why])));
    const still = liveOf(plan.steps, keys);
    // What is wrong hangs together with none of the steps: none of them may be taken.
    if (still.length === left.length) dropAll(plan, still, wrong.rule);
    left = liveOf(plan.steps, keys);
  }
}

function wrongRows(
  db: ReadDb,
  rows: RowReader,
  steps: UndoSteps,
  back: Reinserted,
  customerId: Id,
  left: readonly RowKey[],
): { readonly keys: readonly RowKey[]; readonly rule: ConflictReason } | null {
  const ledger = ledgerAfterUndo(db, steps, back, customerId);
  const dangling = danglingRows(ledger);
  if (dangling.length > 0) return { keys: dangling, rule: 'breaks_ledger' };
  const broken = brokenLaws(ledger);
  if (broken.length > 0) return { keys: [...new Set(broken.flatMap(({ id }) => keysOf(id)))], rule: 'breaks_ledger' };
  const owner = steps.get(rowKey('customers', customerId));
  const isLive = isLiveAfter(owner, rows.read(shapeOfEntity('customers'), customerId));
  // A step that bins the customer is judged by itself.
  return !isLive && owner === undefined && hasMoney(ledger) ? { keys: left, rule: 'in_bin' } : null;
}

/** Rows that would name what is in the bin. */
function danglingRows({ receivables, sources, allocations, refunds }: Ledger): readonly RowKey[] {
  const there = new Set([...receivables, ...sources].map(({ id }) => id));
  return [
    ...allocations
      .filter(({ sourceId, receivableId }) => !there.has(sourceId) || !there.has(receivableId))
      .map(({ id }) => rowKey('allocations', id)),
    ...refunds.filter(({ sourceId }) => !there.has(sourceId)).map(({ id }) => rowKey('refunds', id)),
  ];
}

/** A law names a row by its id alone. */
function keysOf(id: Id): readonly RowKey[] {
  return ['receivables', 'settlement_sources', 'allocations'].map((table) => rowKey(table, id));
}

function hasMoney(ledger: Ledger): boolean {
  const { openFen, prepaidFen } = balanceOn(ledger, endOfTime);
  return openFen !== 0 || prepaidFen !== 0;
}

function moneyStepsByCustomer(rows: RowReader, steps: UndoSteps): ReadonlyMap<Id, readonly RowKey[]> {
  const found = new Map<Id, RowKey[]>();
  for (const [key, step] of steps) {
    if (!isMoney(step.shape.name)) continue;
    const customerId = customerOf(rows, step);
    const keys = found.get(customerId);
    if (keys) keys.push(key);
    else found.set(customerId, [key]);
  }
  return found;
}

function customerOf(rows: RowReader, step: UndoStep): Id {
  const row = step.kind === 'reinsert' ? step.row : rows.read(step.shape, step.id);
  const customerId = row?.customer_id;
  if (typeof customerId !== 'string') throw new Error(`${step.shape.name} ${step.id} names no customer`);
  return customerId;
}

function liveOf(steps: UndoSteps, keys: readonly RowKey[]): readonly RowKey[] {
  return keys.filter((key) => steps.has(key));
}

function onlyThese(steps: UndoSteps, keys: readonly RowKey[]): UndoSteps {
  return new Map(
    keys.flatMap((key) => {
      const step = steps.get(key);
      return step ? [[key, step] as const] : [];
    }),
  );
}

function dropAll(plan: Plan, keys: readonly RowKey[], rule: ConflictReason): void {
  for (const key of keys) {
    const step = plan.steps.get(key);
    if (!step) continue;
    plan.steps.delete(key);
    plan.conflicts.push(conflictOf(step.shape, step.id, { reason: 'breaks_rule', rule, theirs: null }));
  }
}
