import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import type { BatchSummary, JournalEntity, JournalSource } from '../../../src-shared/history/history.ts';
import type { SourceKind } from '../../../src-shared/receivables/ledger.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, valuesOf } from '../../prepared.ts';
import { changedOnlySecrets } from '../../secrets.ts';
import { isUndone } from '../../undo.ts';

interface BatchRow {
  readonly seq: number;
  readonly batchId: Id;
  readonly undoesBatchId: Id | null;
  readonly at: Instant;
  readonly userId: Id | null;
  readonly source: JournalSource;
}

const columns = 'seq, id AS batchId, undoes_batch_id AS undoesBatchId, at, user_id AS userId, source';

/** User actions, the newest first; `next` is `before` of the next page. The book's own first batch is no action. */
export function recentBatches(
  db: ReadDb,
  page: { readonly before: number | null; readonly limit: number },
): { readonly batches: readonly BatchSummary[]; readonly next: number | null } {
  const rows = rowsOf<BatchRow>(
    db.sqlite,
    `SELECT ${columns} FROM journal_batches WHERE seq > 1 AND seq < ? ORDER BY seq DESC LIMIT ?`,
  ).all(page.before ?? Number.MAX_SAFE_INTEGER, page.limit + 1);
  return {
    batches: rows.slice(0, page.limit).map((row) => summaryOf(db, row)),
    next: rows.length > page.limit ? (rows[page.limit - 1]?.seq ?? null) : null,
  };
}

/** Null: there never was such a batch. */
export function batchSummary(db: ReadDb, batchId: Id): BatchSummary | null {
  const row = rowsOf<BatchRow>(db.sqlite, `SELECT ${columns} FROM journal_batches WHERE id = ?`).get(batchId);
  return row ? summaryOf(db, row) : null;
}

/** Entries of an import are many and alike: names and customers are taken from the first of them. */
const entriesLookedAt = 2_000;

const looked = `
  WITH looked(entity, entity_id, before) AS (SELECT entity, entity_id, before FROM journal_entries WHERE batch = :seq LIMIT :looked)`;
/** What is of one customer. Ended allocations, taken off tags and tiers taken back are gone: the journal knows of whom they were. */
const ofOneCustomer: readonly JournalEntity[] = [
  'contacts',
  'follow_ups',
  'anniversaries',
  'attachments',
  'visit_series',
  'visit_plans',
  'customer_tags',
  'tier_history',
  'sales_orders',
  'sales_order_lines',
  'receivables',
  'due_day_changes',
  'settlement_sources',
  'allocations',
  'refunds',
  'return_lines',
  'payment_promises',
  'terms_decisions',
  'customer_assessments',
  'rival_notes',
  'service_costs',
  'warning_marks',
];
const customersOfEntries = `${looked}
  SELECT DISTINCT CASE entity
    WHEN 'customers' THEN entity_id
    ${ofOneCustomer.map((table) => `WHEN '${table}' THEN ifnull((SELECT customer_id FROM ${table} WHERE id = entity_id), json_extract(before, '$.customer_id'))`).join('\n    ')}
  END AS id FROM looked`;
const settlementsOfEntries = `${looked}
  SELECT DISTINCT (SELECT kind FROM settlement_sources WHERE id = entity_id) FROM looked WHERE entity = 'settlement_sources'`;

/** What never changes about a batch once it is written: the journal is append-only. */
interface Contents {
  readonly counts: BatchSummary['counts'];
  readonly settlement: BatchSummary['settlement'];
  readonly firstCustomers: readonly Id[];
  readonly customerCount: number;
}

/** Counting an import of 100,000 rows takes 80 ms; it is asked after every change, for the answer never to differ. */
const remembered = new WeakMap<ReadDb['sqlite'], Map<number, Contents>>();
const rememberedBatches = 200;

function contentsOf(db: ReadDb, seq: number): Contents {
  const known = remembered.get(db.sqlite) ?? new Map<number, Contents>();
  remembered.set(db.sqlite, known);
  const contents = known.get(seq) ?? readContents(db, seq);
  if (known.size >= rememberedBatches) known.clear();
  known.set(seq, contents);
  return contents;
}

function readContents(db: ReadDb, seq: number): Contents {
  const counts = rowsOf<{ entity: JournalEntity; action: 'create' | 'update' | 'delete'; rows: number }>(
    db.sqlite,
    'SELECT entity, action, count(*) AS rows FROM journal_entries WHERE batch = ? GROUP BY entity, action ORDER BY rows DESC, entity, action',
  ).all(seq);
  const entries = counts.reduce((sum, { rows }) => sum + rows, 0);
  const customers = rowsOf<{ id: Id | null }>(db.sqlite, customersOfEntries)
    .all({ seq, looked: entriesLookedAt })
    .flatMap(({ id }) => (id === null ? [] : [id]));
  const settlements = valuesOf<SourceKind>(db.sqlite, settlementsOfEntries).all({ seq, looked: entriesLookedAt });
  const written = counts.filter(({ entity }) => entity === 'customers').reduce((sum, { rows }) => sum + rows, 0);
  return {
    counts,
    settlement: settlements.length === 1 ? (settlements[0] ?? null) : null,
    firstCustomers: customers.slice(0, 3),
    customerCount: entries > entriesLookedAt ? Math.max(written, customers.length) : customers.length,
  };
}

function summaryOf(db: ReadDb, { seq, ...batch }: BatchRow): BatchSummary {
  const { counts, settlement, firstCustomers, customerCount } = contentsOf(db, seq);
  const name = valuesOf<string>(db.sqlite, 'SELECT name FROM customers WHERE id = ?');
  return {
    ...batch,
    counts,
    settlement,
    isOfPins: changedOnlySecrets(db, seq),
    customerNames: firstCustomers.flatMap((id) => name.get(id) ?? []),
    customerCount,
    fileName:
      valuesOf<string>(db.sqlite, 'SELECT file_name FROM import_batches WHERE batch_id = ?').get(batch.batchId) ?? null,
    isUndone: isUndone(db, batch.batchId),
  };
}
