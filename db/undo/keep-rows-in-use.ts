import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import type { TableShape } from '../table-shape.ts';
import { lastBatchOfRow } from './later-changes.ts';
import { conflictOf, type UndoPlan } from './plan-undo.ts';
import { type Reference, referencesOf } from './references.ts';
import type { RowReader } from './row-reader.ts';
import { isLiveAfter, type RowKey, rowKey, type UndoChoice, type UndoConflict, valueAfter } from './undo-steps.ts';

interface Pointer {
  readonly shape: TableShape;
  readonly id: Id;
}

/**
 * Takes rows out of the plan that the batch created and that something live would still point to afterwards.
 * A row that stays keeps what it points to: an edited contact keeps its customer.
 */
export function keepRowsInUse(
  db: ReadDb,
  rows: RowReader,
  plan: UndoPlan & { readonly conflicts: UndoConflict[] },
  choices: ReadonlyMap<RowKey, UndoChoice>,
): void {
  const pointersTo = pointerReader(db, rows);
  /** Row that goes → rows that can only go if it goes. */
  const dependents = new Map<RowKey, Pointer[]>();
  const staying: { readonly row: Pointer; readonly because: Pointer }[] = [];
  for (const [key, step] of plan.steps) {
    if (step.kind !== 'bin' || choices.get(key) === 'undo_anyway') continue;
    for (const { reference, id } of pointersTo(step.shape, step.id)) {
      const pointerKey = rowKey(reference.from.name, id);
      const pointerStep = plan.steps.get(pointerKey);
      if (pointerStep?.kind === 'bin') {
        const list = dependents.get(pointerKey);
        if (list) list.push(step);
        else dependents.set(pointerKey, [step]);
        continue;
      }
      const pointer = { shape: reference.from, id };
      const present = rows.read(reference.from, id);
      if (isLiveAfter(pointerStep, present) && valueAfter(pointerStep, present, reference.column) === step.id) {
        staying.push({ row: step, because: pointer });
        break;
      }
    }
  }
  for (let next = staying.pop(); next; next = staying.pop()) {
    const { row, because } = next;
    const key = rowKey(row.shape.name, row.id);
    if (!plan.steps.delete(key)) continue;
    const theirs = lastBatchOfRow(db, because.shape.name, because.id);
    plan.conflicts.push(conflictOf(row.shape, row.id, { reason: 'row_in_use', theirs }));
    for (const dependent of dependents.get(key) ?? []) staying.push({ row: dependent, because: row });
  }
}

/** All rows with a reference to a row, live or not. References that no row uses at all are not asked for each. */
function pointerReader(db: ReadDb, rows: RowReader): (to: TableShape, id: Id) => { reference: Reference; id: Id }[] {
  const used = referencesOf(db).filter(({ from, column }) => {
    return db.sqlite.prepare(`SELECT 1 FROM ${from.name} WHERE ${column} IS NOT NULL LIMIT 1`).get() !== undefined;
  });
  const byTable = Map.groupBy(used, ({ to }) => to.name);
  return (to, id) =>
    (byTable.get(to.name) ?? []).flatMap((reference) =>
      rows.pointing(reference.from.name, reference.column, id).map((found) => ({ reference, id: found })),
    );
}
