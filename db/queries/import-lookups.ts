import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';
import { contacts, customers } from '../schema/customers.ts';
import { type CustomerKeyKind, customerKeys, type KeySource } from '../search/customer-keys.ts';

export type PresentCustomer = typeof customers.$inferSelect;
export type PresentContact = typeof contacts.$inferSelect;

/** A customer of the book that shares a key with a row of a file. */
export interface KeyHit {
  readonly customerId: Id;
  readonly name: string;
  readonly ownerId: Id | null;
  readonly isInBin: boolean;
  /** Which keys it shares. */
  readonly kinds: ReadonlySet<CustomerKeyKind>;
}

/** Single look-ups that an import makes per row: their statements are prepared once per run. */
export interface ImportLookups {
  /** Everybody who shares a name, a phone, a code or a WeChat id, the bin included; in the order of their ids. */
  sharing(source: KeySource): readonly KeyHit[];
  customer(id: Id): PresentCustomer | null;
  /** Live ones, the oldest first. */
  contacts(customerId: Id): readonly PresentContact[];
  carriesTag(customerId: Id, tagId: Id): boolean;
  tagNames(customerId: Id): readonly string[];
  hasOpenPlanOn(customerId: Id, day: CalendarDate): boolean;
}

interface HitRow {
  readonly customerId: Id;
  readonly name: string;
  readonly ownerId: Id | null;
  readonly isLive: number;
}

/** Some 2 MB of texts. */
const fewKeys = 20_000;
/** A single correction asks for a handful and should not read them all. */
const askedBeforeReading = 500;

/**
 * False: nobody has that key, so the book need not be asked. A first import asks half a million times; the keys of a book
 * that is still small are read once it has asked for a while. Of a large book always true.
 */
function keysOfSmallBook(db: ReadDb): (kind: CustomerKeyKind, value: string) => boolean {
  let asked = 0;
  let known: ReadonlySet<string> | null = null;
  return (kind, value) => {
    asked += 1;
    if (asked === askedBeforeReading) {
      const keys = valuesOf<string>(db.sqlite, `SELECT kind || value FROM customer_keys LIMIT ${fewKeys + 1}`).all();
      if (keys.length <= fewKeys) known = new Set(keys);
    }
    return known === null || known.has(kind + value);
  };
}

/** For one check: `sharing` may go by what the book knew when it began. */
export function importLookups(db: ReadDb): ImportLookups {
  // The plus: a bare parameter in a join makes SQLite plan the statement anew at each value, 15 µs instead of one.
  const byKey = db.sqlite.prepare(
    `SELECT l.customer_id AS customerId, c.name, c.owner_id AS ownerId, l.is_live AS isLive
     FROM customer_keys k JOIN customer_list l ON l.doc = k.doc JOIN customers c ON c.id = l.customer_id
     WHERE k.kind = +? AND k.value = +? LIMIT 20`,
  );
  const tag = db.sqlite.prepare('SELECT 1 FROM customer_tags WHERE customer_id = ? AND tag_id = ?');
  const tagNames = db.sqlite
    .prepare('SELECT t.name FROM customer_tags ct JOIN tags t ON t.id = ct.tag_id WHERE ct.customer_id = +?')
    .pluck();
  const plan = db.sqlite.prepare(
    "SELECT 1 FROM visit_plans WHERE customer_id = ? AND planned_on = ? AND status = 'planned' AND deleted_at IS NULL",
  );
  const customer = db.orm
    .select()
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare();
  const people = db.orm
    .select()
    .from(contacts)
    .where(and(eq(contacts.customerId, sql.placeholder('id')), isNull(contacts.deletedAt)))
    .orderBy(contacts.id)
    .prepare();
  const mayBeKnown = keysOfSmallBook(db);
  return {
    sharing: (source) => {
      const hits = new Map<Id, { row: HitRow; kinds: Set<CustomerKeyKind> }>();
      for (const [kind, value] of customerKeys(source)) {
        if (!mayBeKnown(kind, value)) continue;
        // Safe: the columns named above, of STRICT tables.
        for (const row of byKey.all(kind, value) as HitRow[]) {
          const known = hits.get(row.customerId);
          if (known) known.kinds.add(kind);
          else hits.set(row.customerId, { row, kinds: new Set([kind]) });
        }
      }
      return [...hits.values()]
        .map(({ row: { customerId, name, ownerId, isLive }, kinds }) => ({
          customerId,
          name,
          ownerId,
          isInBin: isLive === 0,
          kinds,
        }))
        .sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
    },
    customer: (id) => customer.get({ id }) ?? null,
    contacts: (customerId) => people.all({ id: customerId }),
    carriesTag: (customerId, tagId) => tag.get(customerId, tagId) !== undefined,
    // Safe: one text column.
    tagNames: (customerId) => tagNames.all(customerId) as string[],
    hasOpenPlanOn: (customerId, day) => plan.get(customerId, day) !== undefined,
  };
}
