import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import type { HistoryEntry, JournalEntity, JournalSource } from '../../../src-shared/history/history.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';
import { type Stored, shapeOfEntity } from '../../table-shape.ts';
import { imageOf } from '../../undo/batch-changes.ts';
import { isUndone } from '../../undo.ts';
import { labelled, settlementOf, titleOf } from './labels.ts';

export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** Hand it in as `before` for the next page; null: that was the last. */
  readonly next: number | null;
}

interface EntryRow {
  readonly seq: number;
  readonly batchId: Id;
  readonly at: Instant;
  readonly userId: Id | null;
  readonly source: JournalSource;
  readonly entity: JournalEntity;
  readonly entityId: Id;
  readonly action: 'create' | 'update' | 'delete';
  readonly before: string | null;
}

/** The customer, its children, and links and facts that were removed since: only their entries still say whose they were. */
const entriesOfCustomer = `
  WITH ids(id) AS (
    SELECT :customerId
    UNION SELECT id FROM contacts WHERE customer_id = :customerId
    UNION SELECT id FROM customer_tags WHERE customer_id = :customerId
    UNION SELECT id FROM follow_ups WHERE customer_id = :customerId
    UNION SELECT id FROM visit_plans WHERE customer_id = :customerId
    UNION SELECT id FROM visit_series WHERE customer_id = :customerId
    UNION SELECT id FROM anniversaries WHERE customer_id = :customerId
    UNION SELECT id FROM attachments WHERE customer_id = :customerId
    UNION SELECT id FROM tier_history WHERE customer_id = :customerId
    UNION SELECT id FROM sales_orders WHERE customer_id = :customerId
    UNION SELECT id FROM sales_order_lines WHERE customer_id = :customerId
    UNION SELECT id FROM receivables WHERE customer_id = :customerId
    UNION SELECT id FROM due_day_changes WHERE customer_id = :customerId
    UNION SELECT id FROM settlement_sources WHERE customer_id = :customerId
    UNION SELECT id FROM allocations WHERE customer_id = :customerId
    UNION SELECT id FROM refunds WHERE customer_id = :customerId
    UNION SELECT id FROM return_lines WHERE customer_id = :customerId
    UNION SELECT id FROM payment_promises WHERE customer_id = :customerId
    UNION SELECT id FROM terms_decisions WHERE customer_id = :customerId
    UNION SELECT entity_id FROM journal_entries
      WHERE action = 'delete' AND json_extract(before, '$.customer_id') = :customerId
  )
  SELECT e.seq, b.id AS batchId, b.at, b.user_id AS userId, b.source, e.entity, e.entity_id AS entityId, e.action, e.before
  FROM ids CROSS JOIN journal_entries e ON e.entity_id = ids.id JOIN journal_batches b ON b.seq = e.batch
  WHERE e.seq < :before
  ORDER BY e.seq DESC LIMIT :limit`;

/** Every change of a customer and of what belongs to it, the newest first. */
export function customerHistory(
  db: ReadDb,
  customerId: Id,
  page: { readonly before: number | null; readonly limit: number },
): HistoryPage {
  const { limit } = page;
  const before = page.before ?? Number.MAX_SAFE_INTEGER;
  const rows = rowsOf<EntryRow>(db.sqlite, entriesOfCustomer).all({ customerId, before, limit: limit + 1 });
  const undone = new Map<Id, boolean>();
  const entries = rows.slice(0, limit).map((row): HistoryEntry => {
    const isTakenBack = undone.get(row.batchId) ?? isUndone(db, row.batchId);
    undone.set(row.batchId, isTakenBack);
    const { seq, before: image, ...rest } = row;
    return {
      ...rest,
      id: String(seq),
      settlement: settlementOf(db, row.entity, row.entityId),
      title: titleOf(db, row.entity, row.entityId, row.action === 'delete' ? imageOf(image) : null),
      changes: row.action === 'update' ? changesOf(db, row) : [],
      isUndone: isTakenBack,
    };
  });
  return { entries, next: rows.length > limit ? (rows[limit - 1]?.seq ?? null) : null };
}

function changesOf(db: ReadDb, row: EntryRow): HistoryEntry['changes'] {
  const shape = shapeOfEntity(row.entity);
  return Object.entries(imageOf(row.before)).map(([column, before]) => ({
    field: shape.byName.get(column)?.key ?? column,
    before: labelled(db, column, before),
    after: labelled(db, column, valueAfter(db, row, column)),
  }));
}

/** What the change left: what the next change of that column found, or what the row holds now. */
function valueAfter(db: ReadDb, { seq, entity, entityId }: EntryRow, column: string): Stored {
  const path = `$."${column}"`;
  const next = rowsOf<{ value: Stored }>(
    db.sqlite,
    `SELECT json_extract(before, :path) AS value FROM journal_entries
     WHERE entity_id = :entityId AND entity = :entity AND seq > :seq AND json_type(before, :path) IS NOT NULL
     ORDER BY seq LIMIT 1`,
  ).get({ path, entityId, entity, seq });
  if (next) return next.value;
  const name = shapeOfEntity(entity).byName.get(column)?.name;
  if (name === undefined) return null;
  return (
    rowsOf<{ value: Stored }>(db.sqlite, `SELECT ${name} AS value FROM ${entity} WHERE id = ?`).get(entityId)?.value ??
    null
  );
}
