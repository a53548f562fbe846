import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { type Stored, type StoredRow, shapeOfEntity, type TableShape } from '../table-shape.ts';
import { type RowKey, rowKey } from './undo-steps.ts';

/** What one batch did to one row, all its entries for the row taken together. */
export interface RowChange {
  readonly shape: TableShape;
  readonly id: Id;
  wasCreated: boolean;
  /** A link or fact that the batch removed, as it was. */
  removed: StoredRow | null;
  /** Changed columns as they were before the batch. */
  readonly before: Record<string, Stored>;
}

interface Entry {
  readonly entity: string;
  readonly entity_id: Id;
  readonly action: 'create' | 'update' | 'delete';
  readonly before: string | null;
}

/** The batch's changes by row, in the order in which the rows were first touched. `batch` is journal_batches.seq. */
export function changesOf(db: ReadDb, batch: number): ReadonlyMap<RowKey, RowChange> {
  const changes = new Map<RowKey, RowChange>();
  const entries = db.sqlite.prepare<[number], Entry>(
    'SELECT entity, entity_id, action, before FROM journal_entries WHERE batch = ? ORDER BY seq',
  );
  for (const entry of entries.iterate(batch)) {
    const key = rowKey(entry.entity, entry.entity_id);
    let change = changes.get(key);
    if (!change) {
      const shape = shapeOfEntity(entry.entity);
      change = { shape, id: entry.entity_id, wasCreated: false, removed: null, before: {} };
      changes.set(key, change);
    }
    fold(change, entry);
  }
  return changes;
}

function fold(change: RowChange, entry: Entry): void {
  switch (entry.action) {
    case 'create':
      if (change.removed) change.removed = null;
      else change.wasCreated = true;
      return;
    case 'update':
      if (change.wasCreated) return;
      for (const [column, value] of Object.entries(imageOf(entry.before))) {
        if (!(column in change.before)) change.before[column] = value;
      }
      return;
    case 'delete':
      if (change.wasCreated) change.wasCreated = false;
      else change.removed = imageOf(entry.before);
      return;
  }
}

/** The stored columns that an entry remembers. Throws when the text is no such image: the journal is damaged. */
export function imageOf(before: string | null): StoredRow {
  const image: unknown = JSON.parse(before ?? '{}');
  if (typeof image !== 'object' || image === null) throw new Error(`a journal entry holds ${before}`);
  // Safe: batch.ts writes text, numbers and null only.
  return image as StoredRow;
}
