import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { isSecret } from '../secrets.ts';
import type { Stored, StoredRow, TableShape } from '../table-shape.ts';
import { changesOf, type RowChange } from './batch-changes.ts';
import { keepRowsInUse } from './keep-rows-in-use.ts';
import { type LaterChanges, laterChangesReader, type ReadLater } from './later-changes.ts';
import { keepMoneyTogether } from './money-together.ts';
import { RowReader } from './row-reader.ts';
import { refuseBrokenLedgers } from './undo-ledger-rules.ts';
import { dropStepsThatBreakRules } from './undo-rules.ts';
import { type RowKey, rowKey, type UndoChoice, type UndoConflict, type UndoSteps } from './undo-steps.ts';

export interface UndoPlan {
  readonly steps: UndoSteps;
  readonly conflicts: readonly UndoConflict[];
}

/** Called between rows; a throw ends the work. */
export type Heartbeat = (done: number, total: number) => void;

/**
 * What taking back a batch would do and what it would leave alone (domain §12). Writes nothing.
 * Per field: it goes back only if it still holds what the batch gave it. A created row goes to the bin only if nothing
 * in it changed and nothing live outside the undo points to it. A rule of the book stops a step whatever was chosen.
 * `batch` is journal_batches.seq.
 */
export function planUndo(
  db: ReadDb,
  batch: number,
  choices: ReadonlyMap<RowKey, UndoChoice>,
  heartbeat: Heartbeat,
): UndoPlan {
  const changes = changesOf(db, batch);
  const laterChanges = laterChangesReader(db, batch);
  const rows = new RowReader(db);
  const plan: { steps: UndoSteps; conflicts: UndoConflict[] } = { steps: new Map(), conflicts: [] };
  let done = 0;
  // Last written, first taken back.
  for (const change of [...changes.values()].reverse()) {
    heartbeat(done, changes.size);
    done += 1;
    if (change.shape.kind === 'log') continue;
    const { shape, id } = change;
    const present = change.wasCreated ? rows.glance(shape, id) : rows.read(shape, id);
    const key = rowKey(shape.name, id);
    const isForced = choices.get(key) === 'undo_anyway';
    if (change.wasCreated && present) {
      const isThere = shape.kind === 'fact' || present.deleted_at === null;
      if (isThere) planCreated(plan, change, isForced, rows, laterChanges);
    } else if (change.removed) {
      const twins = rows.twinsOf(shape, change.removed);
      const isFree = twins.every((twin) => plan.steps.get(rowKey(shape.name, twin))?.kind === 'remove');
      if (!present && isFree) {
        plan.steps.set(key, { kind: 'reinsert', shape, id, row: change.removed });
      }
    } else if (present) {
      planUpdated(plan, change, present, isForced, laterChanges(shape.name, id));
    }
  }
  // What one of them keeps may take the ground from what another let pass.
  for (let before = -1; before !== plan.steps.size; ) {
    before = plan.steps.size;
    keepRowsInUse(db, rows, plan, choices);
    dropStepsThatBreakRules(db, rows, plan, laterChanges);
    keepMoneyTogether(rows, plan);
    refuseBrokenLedgers(db, rows, plan);
  }
  return plan;
}

type Plan = { readonly steps: UndoSteps; readonly conflicts: UndoConflict[] };

function planCreated(
  plan: Plan,
  { shape, id }: RowChange,
  isForced: boolean,
  rows: RowReader,
  laterChanges: ReadLater,
): void {
  const key = rowKey(shape.name, id);
  if (isSecret(shape.name, id, 'value')) return;
  const goes = { kind: shape.kind === 'fact' ? 'remove' : 'bin', shape, id } as const;
  if (shape.kind === 'fact' && !shape.isEnding) {
    plan.steps.set(key, goes);
    return;
  }
  const { given, lastBy } = laterChanges(shape.name, id);
  const present = given.size > 0 ? rows.read(shape, id) : null;
  const changed = [...given].filter(([column, value]) => (present?.[column] ?? null) !== value);
  if (changed.length === 0 || isForced) {
    plan.steps.set(key, goes);
    return;
  }
  const newest = changed.flatMap(([column]) => lastBy.get(column) ?? []).reduce((a, b) => (b.at > a.at ? b : a));
  plan.conflicts.push(conflictOf(shape, id, { reason: 'row_changed_later', theirs: newest }));
}

function planUpdated(plan: Plan, change: RowChange, present: StoredRow, isForced: boolean, later: LaterChanges): void {
  const { shape, id } = change;
  const sets: Record<string, Stored> = {};
  for (const [column, wouldBe] of Object.entries(change.before)) {
    if (isSecret(shape.name, id, column)) continue;
    const now = present[column] ?? null;
    if (now === wouldBe) continue;
    const given = later.given.get(column);
    if (given === undefined || given === now || isForced) {
      sets[column] = wouldBe;
      continue;
    }
    const field = shape.byName.get(column)?.key ?? column;
    const theirs = later.lastBy.get(column) ?? null;
    plan.conflicts.push(conflictOf(shape, id, { reason: 'field_changed_later', field, now, wouldBe, theirs }));
  }
  if (Object.keys(sets).length > 0) plan.steps.set(rowKey(shape.name, id), { kind: 'update', shape, id, sets });
}

export function conflictOf(
  shape: TableShape,
  id: Id,
  what: Pick<UndoConflict, 'reason' | 'theirs'> & Partial<UndoConflict>,
): UndoConflict {
  return { entity: shape.name, entityId: id, field: null, now: null, wouldBe: null, rule: null, ...what };
}
