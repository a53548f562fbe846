import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { ReadDb } from '../connection.ts';
import type { Stored } from '../table-shape.ts';
import { imageOf } from './batch-changes.ts';
import type { LaterBatch } from './undo-steps.ts';

/** What happened to a row after a certain batch. */
export interface LaterChanges {
  /** Column → what it held when the first later change came: the value that the earlier batch had given it. */
  readonly given: ReadonlyMap<string, Stored>;
  /** Column → the last batch that changed it. */
  readonly lastBy: ReadonlyMap<string, LaterBatch>;
}

interface LaterEntry {
  readonly action: 'create' | 'update' | 'delete';
  readonly before: string | null;
  readonly batch_id: Id;
  readonly user_id: Id | null;
  readonly at: Instant;
}

const nothing: LaterChanges = { given: new Map(), lastBy: new Map() };

export type ReadLater = (entity: string, id: Id) => LaterChanges;

/** Reads what came after a batch (journal_batches.seq); prepared once, asked for every row of the batch. */
export function laterChangesReader(db: ReadDb, batch: number): ReadLater {
  const touched = rowsTouchedAfter(db, batch);
  const later = db.sqlite.prepare<[Id, string, number], LaterEntry>(
    `SELECT e.action, e.before, b.id AS batch_id, b.user_id, b.at
     FROM journal_entries e JOIN journal_batches b ON b.seq = e.batch
     WHERE e.entity_id = ? AND e.entity = ? AND e.batch > ? ORDER BY e.seq`,
  );
  return (entity, id) => {
    if (touched && !touched.has(id)) return nothing;
    const entries = later.all(id, entity, batch);
    if (entries.length === 0) return nothing;
    const given = new Map<string, Stored>();
    const lastBy = new Map<string, LaterBatch>();
    for (const entry of entries) {
      for (const [column, value] of Object.entries(imageOf(entry.before))) {
        if (!given.has(column)) given.set(column, value);
        lastBy.set(column, { batchId: entry.batch_id, by: entry.user_id, at: entry.at });
      }
    }
    return { given, lastBy };
  };
}

/** Above so many later entries it is cheaper to ask for each row. */
const fewEntries = 50_000;

/** Ids of all rows that later batches wrote, where they are few: mostly an undo comes soon after. Null: they are many. */
function rowsTouchedAfter(db: ReadDb, batch: number): ReadonlySet<Id> | null {
  const ids = db.sqlite
    .prepare<[number, number], Id>('SELECT entity_id FROM journal_entries WHERE batch > ? LIMIT ?')
    .pluck()
    .all(batch, fewEntries + 1);
  return ids.length > fewEntries ? null : new Set(ids);
}

/** The last batch that wrote the row; null when the journal knows nothing of it. */
export function lastBatchOfRow(db: ReadDb, entity: string, id: Id): LaterBatch | null {
  const row = db.sqlite
    .prepare<[Id, string], LaterBatch>(
      `SELECT batch_id AS batchId, user_id AS "by", at FROM journal WHERE entity_id = ? AND entity = ?
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(id, entity);
  return row ?? null;
}
