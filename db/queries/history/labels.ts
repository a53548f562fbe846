import type { Id } from '../../../src-shared/core/id.ts';
import type { HistoryValue, JournalEntity } from '../../../src-shared/history/history.ts';
import type { SourceKind } from '../../../src-shared/receivables/ledger.ts';
import type { ReadDb } from '../../connection.ts';
import { valuesOf } from '../../prepared.ts';
import type { Stored } from '../../table-shape.ts';

const named = (table: string) => `SELECT name FROM ${table} WHERE id = ?`;
/** ¥1,234.50, the same in every language. */
const yuan = (fen: string) => `printf('¥%,d.%02d', ${fen} / 100, ${fen} % 100)`;
const debt = `SELECT coalesce(sold.order_no || iif(owed.installment_no > 1, ' #' || owed.installment_no, ''), owed.reference,
    owed.issued_on) || ' ' || ${yuan('owed.amount_fen')}
  FROM receivables owed LEFT JOIN sales_orders sold ON sold.id = owed.order_id WHERE owed.id = ?`;
const settlement = `SELECT on_day || ' ' || ${yuan('amount_fen')} FROM settlement_sources WHERE id = ?`;

/** Columns that hold an id, and where the name behind it stands. */
const namesBehind: Readonly<Record<string, string>> = {
  tier_id: named('tiers'),
  owner_id: named('users'),
  author_id: named('users'),
  person_id: named('users'),
  primary_contact_id: named('contacts'),
  contact_id: named('contacts'),
  tag_id: named('tags'),
  customer_id: named('customers'),
  product_id: named('products'),
  salesperson_id: named('users'),
  agreed_by_id: named('users'),
  approved_by_id: named('users'),
  collected_by_id: named('users'),
  taken_by_id: named('users'),
  decided_by_id: named('users'),
  referred_by_id: named('customers'),
  order_id: 'SELECT order_no FROM sales_orders WHERE id = ?',
  receivable_id: debt,
  source_id: settlement,
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
  products: named('products'),
  sales_orders: 'SELECT order_no FROM sales_orders WHERE id = ?',
  sales_order_lines: 'SELECT title FROM sales_order_lines WHERE id = ?',
  receivables: debt,
  due_day_changes: 'SELECT was_due_on FROM due_day_changes WHERE id = ?',
  settlement_sources: settlement,
  allocations: `SELECT ${yuan('amount_fen')} FROM allocations WHERE id = ?`,
  refunds: `SELECT on_day || ' ' || ${yuan('amount_fen')} FROM refunds WHERE id = ?`,
  return_lines: 'SELECT title FROM return_lines WHERE id = ?',
  payment_promises: `SELECT promised_on || iif(amount_fen IS NULL, '', ' ' || ${yuan('amount_fen')})
    FROM payment_promises WHERE id = ?`,
  customer_assessments:
    'SELECT c.name FROM customer_assessments a JOIN customers c ON c.id = a.customer_id WHERE a.id = ?',
  rival_notes: 'SELECT rival FROM rival_notes WHERE id = ?',
  service_costs: `SELECT what || ' ' || ${yuan('amount_fen')} FROM service_costs WHERE id = ?`,
  warning_marks: 'SELECT marked_on FROM warning_marks WHERE id = ?',
  terms_decisions: 'SELECT decided_on FROM terms_decisions WHERE id = ?',
};

/** A value as it is stored, with the name that an id in it has now; binned rows keep their names. */
export function labelled(db: ReadDb, column: string, value: Stored): HistoryValue {
  const sql = namesBehind[column];
  if (sql === undefined || typeof value !== 'string') return { value, label: null };
  return { value, label: valuesOf<string>(db.sqlite, sql).get(value) ?? null };
}

/** `removed` is the image of a row that is gone: a tag taken off, a tier assignment or a settlement taken back. */
export function titleOf(
  db: ReadDb,
  entity: JournalEntity,
  id: Id,
  removed: Readonly<Record<string, Stored>> | null,
): string | null {
  const own = valuesOf<string | null>(db.sqlite, titles[entity]).get(id);
  if (own !== undefined) return own;
  for (const column of ['tag_id', 'tier_id', 'receivable_id']) {
    const value = removed?.[column];
    if (typeof value === 'string') return labelled(db, column, value).label;
  }
  return null;
}

/** What a settlement is; null for any other row. */
export function settlementOf(db: ReadDb, entity: JournalEntity, id: Id): SourceKind | null {
  if (entity !== 'settlement_sources') return null;
  return valuesOf<SourceKind>(db.sqlite, 'SELECT kind FROM settlement_sources WHERE id = ?').get(id) ?? null;
}
