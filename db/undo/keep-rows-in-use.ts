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
  const pointersTo = pointerReader(db);
  /** Row that goes → rows that can only go if it goes. */
  const dependents = new Map<RowKey, Pointer[]>();
  const staying: { readonly row: Pointer; readonly because: Pointer }[] = [];
  for (const [key, step] of plan.steps) {
    if (step.kind !== 'bin' || choices.get(key) === 'undo_anyway') continue;
    for (const { reference, id } of pointersTo(step.shape, step.id)) {
      const pointerKey = rowKey(reference.from.name, id);
      const pointerStep = plan.steps.get(pointerKey);
      const pointer = { shape: reference.from, id };
      const present = rows.read(reference.from, id);
      if (pointerStep?.kind === 'bin') {
        const list = dependents.get(pointerKey);
        if (list) list.push(step);
        else dependents.set(pointerKey, [step]);
      } else if (isLiveAfter(pointerStep, present) && valueAfter(pointerStep, present, reference.column) === step.id) {
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

/** All rows with a reference to a row, live or not. */
function pointerReader(db: ReadDb): (to: TableShape, id: Id) => { reference: Reference; id: Id }[] {
  const byTable = new Map<string, { reference: Reference; ids: (id: Id) => Id[] }[]>();
  for (const reference of referencesOf(db)) {
    const statement = db.sqlite
      .prepare<[Id], Id>(`SELECT id FROM ${reference.from.name} WHERE ${reference.column} = ?`)
      .pluck();
    const list = byTable.get(reference.to.name) ?? [];
    list.push({ reference, ids: (id) => statement.all(id) });
    byTable.set(reference.to.name, list);
  }
  return (to, id) =>
    (byTable.get(to.name) ?? []).flatMap(({ reference, ids }) => ids(id).map((found) => ({ reference, id: found })));
}
