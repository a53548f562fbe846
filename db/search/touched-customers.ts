import type { Sqlite } from '../connection.ts';
import { valuesOf } from '../prepared.ts';

export type Touched = ReadonlyMap<string, ReadonlySet<string>>;

const ownerOfChild = (table: string) =>
  `SELECT DISTINCT child.customer_id FROM json_each(?) AS touched JOIN ${table} child ON child.id = touched.value`;

/** Customers of which any part is searched, shown or filtered by, and may have changed. */
export function customersToProject(sqlite: Sqlite, touched: Touched): ReadonlySet<string> {
  const found = new Set(touched.get('customers'));
  addOwners(sqlite, found, touched.get('contacts'), ownerOfChild('contacts'));
  addOwners(sqlite, found, touched.get('customer_tags'), ownerOfChild('customer_tags'));
  addOwners(
    sqlite,
    found,
    touched.get('tags'),
    'SELECT DISTINCT customer_id FROM json_each(?) AS touched JOIN customer_tags ON tag_id = touched.value',
  );
  return found;
}

/** Customers of which only the next visit and the latest contact may have changed: most of a day's work. */
export function customersToDate(sqlite: Sqlite, touched: Touched): ReadonlySet<string> {
  const found = new Set<string>();
  addOwners(sqlite, found, touched.get('follow_ups'), ownerOfChild('follow_ups'));
  addOwners(sqlite, found, touched.get('visit_plans'), ownerOfChild('visit_plans'));
  return found;
}

const moneyTables = ['receivables', 'due_day_changes', 'settlement_sources', 'allocations', 'refunds'] as const;

/**
 * Customers of whom a money fact may have been written or taken away. Whose row is no more is named by the customer that
 * lost it; a batch without money asks nothing.
 */
export function customersToBalance(sqlite: Sqlite, touched: Touched): ReadonlySet<string> {
  const written = moneyTables.filter((table) => touched.has(table));
  const found = new Set(written.length > 0 ? touched.get('customers') : undefined);
  for (const table of written) addOwners(sqlite, found, touched.get(table), ownerOfChild(table));
  return found;
}

const warningTables = [
  'sales_orders',
  'sales_order_lines',
  'terms_decisions',
  'customer_assessments',
  'warning_marks',
  ...moneyTables,
] as const;

/**
 * Customers of whom any other warning may be on: of orders, money, terms, or because a person put it off. Of those of
 * customersToDate only silence can begin or end.
 */
export function customersToWarn(sqlite: Sqlite, touched: Touched): ReadonlySet<string> {
  const found = new Set(touched.get('customers'));
  for (const table of warningTables) addOwners(sqlite, found, touched.get(table), ownerOfChild(table));
  return found;
}

function addOwners(sqlite: Sqlite, found: Set<string>, ids: ReadonlySet<string> | undefined, sql: string): void {
  if (!ids || ids.size === 0) return;
  for (const id of valuesOf<string>(sqlite, sql).all(JSON.stringify([...ids]))) found.add(id);
}
