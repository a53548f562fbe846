import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { ReadDb } from '../connection.ts';
import { customers } from '../schema/customers.ts';
import { shapeOf } from '../table-shape.ts';

/**
 * What a person cannot have seen: batches later than the moment they read the customer, except what they typed
 * themselves since. Their own imports, bulk changes and undos count: those reach rows one does not look at.
 */
const unseen = `b.at > :since AND NOT (b.user_id IS :userId AND b.source = 'edit')`;

interface Reader {
  readonly since: Instant;
  readonly userId: Id;
}

/** Columns of one customer (camelCase) that changed since `reader` saw it. */
export function customerFieldsChangedSince(db: ReadDb, customerId: Id, reader: Reader): ReadonlySet<string> {
  const names = db.sqlite
    .prepare<[Reader & { customerId: Id }], string>(
      `SELECT DISTINCT field.key
       FROM journal_entries e JOIN journal_batches b ON b.seq = e.batch, json_each(e.before) AS field
       WHERE e.entity_id = :customerId AND e.entity = 'customers' AND e.action = 'update' AND ${unseen}`,
    )
    .pluck()
    .all({ ...reader, customerId });
  const keys = new Map(shapeOf(customers).columns.map(({ name, key }) => [name, key]));
  return new Set(names.map((name) => keys.get(name) ?? name));
}

/** Whether a tag was put on or taken off since `reader` saw the customer. */
export function haveTagsChangedSince(db: ReadDb, customerId: Id, reader: Reader): boolean {
  // CROSS JOIN: the few batches since then first, then their entries; never the whole journal.
  const found = db.sqlite
    .prepare<[Reader & { customerId: Id }], number>(
      `SELECT 1
       FROM journal_batches b CROSS JOIN journal_entries e ON e.batch = b.seq
       WHERE ${unseen} AND e.entity = 'customer_tags' AND (
         (e.action = 'create' AND e.entity_id IN (SELECT id FROM customer_tags WHERE customer_id = :customerId))
         OR (e.action = 'delete' AND json_extract(e.before, '$.customer_id') = :customerId))
       LIMIT 1`,
    )
    .pluck()
    .get({ ...reader, customerId });
  return found !== undefined;
}
