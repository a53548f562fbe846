import type { Id } from '../../../src-shared/core/id.ts';
import type { HistoryValue, JournalEntity } from '../../../src-shared/history/history.ts';
import type { ReadDb } from '../../connection.ts';
import { valuesOf } from '../../prepared.ts';
import type { Stored } from '../../table-shape.ts';

/** Columns that hold an id, and where the name behind it stands. */
const namesBehind: Readonly<Record<string, string>> = {
  tier_id: 'SELECT name FROM tiers WHERE id = ?',
  owner_id: 'SELECT name FROM users WHERE id = ?',
  author_id: 'SELECT name FROM users WHERE id = ?',
  person_id: 'SELECT name FROM users WHERE id = ?',
  primary_contact_id: 'SELECT name FROM contacts WHERE id = ?',
  contact_id: 'SELECT name FROM contacts WHERE id = ?',
  tag_id: 'SELECT name FROM tags WHERE id = ?',
  customer_id: 'SELECT name FROM customers WHERE id = ?',
};

/** What a row is called where no column of its own says it. */
const titles: Readonly<Record<JournalEntity, string>> = {
  book_settings: 'SELECT id FROM book_settings WHERE id = ?',
  users: 'SELECT name FROM users WHERE id = ?',
  tiers: 'SELECT name FROM tiers WHERE id = ?',
  tags: 'SELECT name FROM tags WHERE id = ?',
  customers: 'SELECT name FROM customers WHERE id = ?',
  contacts: 'SELECT name FROM contacts WHERE id = ?',
  customer_tags: 'SELECT t.name FROM customer_tags ct JOIN tags t ON t.id = ct.tag_id WHERE ct.id = ?',
  follow_ups: 'SELECT substr(text, 1, 60) FROM follow_ups WHERE id = ?',
  visit_series: 'SELECT starts_on FROM visit_series WHERE id = ?',
  attachments: 'SELECT file_name FROM attachments WHERE id = ?',
  anniversaries:
    'SELECT ifnull(a.title, p.name) FROM anniversaries a LEFT JOIN contacts p ON p.id = a.contact_id WHERE a.id = ?',
  visit_plans: 'SELECT planned_on FROM visit_plans WHERE id = ?',
  tier_history: 'SELECT t.name FROM tier_history h JOIN tiers t ON t.id = h.tier_id WHERE h.id = ?',
  import_batches: 'SELECT file_name FROM import_batches WHERE id = ?',
};

/** A value as it is stored, with the name that an id in it has now; binned rows keep their names. */
export function labelled(db: ReadDb, column: string, value: Stored): HistoryValue {
  const sql = namesBehind[column];
  if (sql === undefined || typeof value !== 'string') return { value, label: null };
  return { value, label: valuesOf<string>(db.sqlite, sql).get(value) ?? null };
}

/** `removed` is the image of a row that is gone: a tag taken off, a tier assignment taken back. */
export function titleOf(
  db: ReadDb,
  entity: JournalEntity,
  id: Id,
  removed: Readonly<Record<string, Stored>> | null,
): string | null {
  const own = valuesOf<string | null>(db.sqlite, titles[entity]).get(id);
  if (own !== undefined) return own;
  for (const column of ['tag_id', 'tier_id']) {
    const value = removed?.[column];
    if (typeof value === 'string') return labelled(db, column, value).label;
  }
  return null;
}
