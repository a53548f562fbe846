import type { ConflictReason } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { type Stored, shapeOfEntity } from '../table-shape.ts';
import type { ReadLater } from './later-changes.ts';
import { conflictOf, type UndoPlan } from './plan-undo.ts';
import { referencesOf } from './references.ts';
import type { RowReader } from './row-reader.ts';
import { bins, isLiveAfter, rowKey, type UndoConflict, type UndoStep, valueAfter } from './undo-steps.ts';

/** Null: the step may be taken; else the rule of the book that forbids it. */
type Rule = (step: UndoStep) => ConflictReason | null;

/**
 * Takes steps out of the plan that would break a rule of the book (domain §12: refused for that row, with the reason).
 * Dropping one step may take the ground from another, so it looks again until nothing changes.
 */
export function dropStepsThatBreakRules(
  db: ReadDb,
  rows: RowReader,
  plan: UndoPlan & { readonly conflicts: UndoConflict[] },
  laterChanges: ReadLater,
): void {
  const look = new AfterUndo(db, rows, plan, laterChanges);
  const rules: readonly Rule[] = [
    look.pointsToNothingInTheBin,
    look.leavesNoOpenPlanBehind,
    look.opensNoPlanInTheBin,
    look.leavesNoTierInUse,
    look.leavesAnOwner,
    look.doublesNoName,
  ];
  for (let before = -1; before !== plan.steps.size; ) {
    before = plan.steps.size;
    for (const [key, step] of plan.steps) {
      const broken = firstBroken(rules, step);
      if (!broken) continue;
      plan.steps.delete(key);
      plan.conflicts.push(conflictOf(step.shape, step.id, { reason: 'breaks_rule', rule: broken, theirs: null }));
    }
  }
}

function firstBroken(rules: readonly Rule[], step: UndoStep): ConflictReason | null {
  for (const rule of rules) {
    const broken = rule(step);
    if (broken) return broken;
  }
  return null;
}

/** Questions about the book as it would be after the undo. */
class AfterUndo {
  readonly #db: ReadDb;
  readonly #rows: RowReader;
  readonly #plan: UndoPlan;
  readonly #laterChanges: ReadLater;
  /** Table → its columns that refer to another. */
  readonly #references = new Map<string, Map<string, string>>();

  constructor(db: ReadDb, rows: RowReader, plan: UndoPlan, laterChanges: ReadLater) {
    this.#db = db;
    this.#rows = rows;
    this.#plan = plan;
    this.#laterChanges = laterChanges;
    for (const { from, column, to } of referencesOf(db)) {
      const columns = this.#references.get(from.name) ?? new Map<string, string>();
      this.#references.set(from.name, columns.set(column, to.name));
    }
  }

  /** A field does not go back to a tier, owner or contact that went to the bin after the batch. */
  readonly pointsToNothingInTheBin: Rule = (step) => {
    if (step.kind !== 'update') return null;
    const references = this.#references.get(step.shape.name);
    for (const [column, value] of Object.entries(step.sets)) {
      const table = references?.get(column);
      if (!table || typeof value !== 'string' || this.#isLive(table, value)) continue;
      // Taken to the bin by this very undo, as it was before: a redo does that.
      if (this.#plan.steps.has(rowKey(table, value))) continue;
      if (this.#laterChanges(table, value).given.get('deleted_at') === null) return 'in_bin';
    }
    return null;
  };

  /** A customer with open plans is not binned (domain §12). */
  readonly leavesNoOpenPlanBehind: Rule = (step) => {
    if (step.shape.name !== 'customers' || !bins(step)) return null;
    const hasOpenPlan = this.#rows
      .pointing('visit_plans', 'customer_id', step.id)
      .some((id) => this.#isLive('visit_plans', id) && this.#value('visit_plans', id, 'status') === 'planned');
    return hasOpenPlan ? 'has_open_plans' : null;
  };

  /** Nor does a plan open again whose customer went to the bin since. */
  readonly opensNoPlanInTheBin: Rule = (step) => {
    if (step.shape.name !== 'visit_plans' || step.kind !== 'update') return null;
    if (!this.#isLive('visit_plans', step.id) || this.#value('visit_plans', step.id, 'status') !== 'planned')
      return null;
    const customerId = this.#value('visit_plans', step.id, 'customer_id');
    return typeof customerId === 'string' && !this.#isLive('customers', customerId) ? 'in_bin' : null;
  };

  /** A used tier is archived, never deleted (domain §4). */
  readonly leavesNoTierInUse: Rule = (step) => {
    if (step.shape.name !== 'tiers' || !bins(step)) return null;
    const isUsed = ['customers', 'tier_history'].some((table) =>
      this.#rows
        .pointing(table, 'tier_id', step.id)
        .some((id) => this.#value(table, id, 'tier_id') === step.id && this.#isThere(table, id)),
    );
    return isUsed ? 'tier_in_use' : null;
  };

  readonly leavesAnOwner: Rule = (step) => {
    if (step.shape.name !== 'users') return null;
    const wasOwner = this.#rows.read(step.shape, step.id)?.role === 'owner';
    if (!wasOwner || (this.#isLive('users', step.id) && this.#value('users', step.id, 'role') === 'owner')) return null;
    const ids = this.#db.sqlite.prepare<[], Id>('SELECT id FROM users').pluck().all();
    const hasOwner = ids.some((id) => this.#isLive('users', id) && this.#value('users', id, 'role') === 'owner');
    return hasOwner ? null : 'last_owner';
  };

  /** Users, tiers and tags are told apart by name. */
  readonly doublesNoName: Rule = (step) => {
    const table = step.shape.name;
    if (!namedApart.has(table) || step.kind !== 'update' || !('name' in step.sets || 'deleted_at' in step.sets))
      return null;
    if (!this.#isLive(table, step.id)) return null;
    const name = this.#value(table, step.id, 'name');
    const others = this.#db.sqlite.prepare<[Id], Id>(`SELECT id FROM ${table} WHERE id <> ?`).pluck().all(step.id);
    return others.some((id) => this.#isLive(table, id) && this.#value(table, id, 'name') === name)
      ? 'name_taken'
      : null;
  };

  #isLive(table: string, id: Id): boolean {
    return isLiveAfter(this.#plan.steps.get(rowKey(table, id)), this.#rows.read(shapeOfEntity(table), id));
  }

  /** As isLive for facts; a binned customer still has its tier when it comes back. */
  #isThere(table: string, id: Id): boolean {
    return this.#plan.steps.get(rowKey(table, id))?.kind !== 'remove';
  }

  #value(table: string, id: Id, column: string): Stored {
    return valueAfter(this.#plan.steps.get(rowKey(table, id)), this.#rows.read(shapeOfEntity(table), id), column);
  }
}

const namedApart: ReadonlySet<string> = new Set(['users', 'tiers', 'tags']);
