import type { ReadDb } from '../../../db/open.ts';
import { labelled, titleOf } from '../../../db/queries/history/labels.ts';
import { type Stored, shapeOfEntity } from '../../../db/table-shape.ts';
import type { UndoConflict as StoredConflict, UndoOutcome } from '../../../db/undo.ts';
import type { HistoryValue, JournalEntity, UndoConflict, UndoReport } from '../../../src-shared/history/history.ts';

/** Named in the report; the others are only counted. */
const namedConflicts = 500;

/** What an undo did and left alone, with the names a person knows the rows by. */
export function undoReport(db: ReadDb, { batchId, rowsUndone, conflicts }: UndoOutcome): UndoReport {
  return {
    batchId,
    rowsUndone,
    conflictCount: conflicts.length,
    conflicts: conflicts.slice(0, namedConflicts).map((conflict) => named(db, conflict)),
  };
}

function named(db: ReadDb, conflict: StoredConflict): UndoConflict {
  const { entityId, reason, field, now, wouldBe, theirs } = conflict;
  // Safe: shapeOfEntity throws on a table that is not journaled, and the journaled ones are the entities.
  const entity = shapeOfEntity(conflict.entity).name as JournalEntity;
  return {
    entity,
    entityId,
    reason,
    field,
    title: titleOf(db, entity, entityId, null),
    now: valueBehind(db, entity, field, now),
    wouldBe: valueBehind(db, entity, field, wouldBe),
    changedBy: theirs?.by ?? null,
    changedAt: theirs?.at ?? null,
  };
}

/** Null: the whole row is meant. */
function valueBehind(db: ReadDb, entity: string, field: string | null, value: Stored): HistoryValue | null {
  if (field === null) return null;
  return labelled(db, shapeOfEntity(entity).byKey.get(field)?.name ?? field, value);
}
