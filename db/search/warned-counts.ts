import type { Sqlite } from '../connection.ts';
import { commandOf, tuplesOf } from '../prepared.ts';

/** A row of customer_warnings, as far as it counts. */
type Warned = readonly [customerId: string, code: string, ownerId: string | null, ...more: readonly unknown[]];

const addSql = `
  INSERT INTO warned_counts (owner_id, codes, customers) VALUES (?, ?, ?)
  ON CONFLICT (owner_id, codes) DO UPDATE SET customers = customers + excluded.customers`;
const emptySql = 'DELETE FROM warned_counts WHERE customers = 0';

/** Counts customers whose warnings were `before` and are `after`; each customer with all its rows, or with none. */
export function countWarnings(sqlite: Sqlite, before: readonly Warned[], after: readonly Warned[]): void {
  const changes = new Map<string, number>();
  add(changes, before, -1);
  add(changes, after, 1);
  let isChanged = false;
  for (const [key, customers] of changes) {
    if (customers === 0) continue;
    const [ownerId = '', codes = ''] = key.split(between);
    commandOf(sqlite, addSql).run(ownerId, codes, customers);
    isChanged = true;
  }
  if (isChanged) commandOf(sqlite, emptySql).run();
}

function add(changes: Map<string, number>, rows: readonly Warned[], by: 1 | -1): void {
  for (const own of Map.groupBy(rows, ([customerId]) => customerId).values()) {
    const codes = own.map(([, code]) => code).sort();
    const key = `${own[0]?.[2] ?? ''}${between}${codes.join(' ')}`;
    changes.set(key, (changes.get(key) ?? 0) + by);
  }
}

/** Neither in an id nor in a code. */
const between = '|';

const ofCustomer = 'SELECT customer_id, code, owner_id FROM customer_warnings WHERE customer_id = ?';

/** Of a customer whose row is no more. */
export function removeWarnings(sqlite: Sqlite, customerId: string): void {
  countWarnings(sqlite, tuplesOf<Warned>(sqlite, ofCustomer).all(customerId), []);
  commandOf(sqlite, 'DELETE FROM customer_warnings WHERE customer_id = ?').run(customerId);
}
