import type { Sqlite } from '../connection.ts';

/**
 * Brings the derived tables up to date with the rows a batch wrote, inside its transaction.
 * `touched`: table name → ids of the written rows.
 */
export function refreshDerived(sqlite: Sqlite, touched: ReadonlyMap<string, ReadonlySet<string>>): void {
  const remove = sqlite.prepare('DELETE FROM customer_list WHERE customer_id = ?');
  const insert = sqlite.prepare(
    `INSERT INTO customer_list (customer_id, is_live, name_key, tier_id, tier_position, owner_id, owner_key,
       contact_key, phone, phone_key, district_key, created_at, updated_at, search_text)
     SELECT c.id, c.deleted_at IS NULL, c.name, c.tier_id, ifnull(t.position, 1000000), c.owner_id, ifnull(u.name, ''),
       '', c.phone, ifnull(c.phone, ''), ifnull(c.district, ''), c.created_at, c.updated_at, c.name
     FROM customers c LEFT JOIN tiers t ON t.id = c.tier_id LEFT JOIN users u ON u.id = c.owner_id WHERE c.id = ?`,
  );
  for (const id of touched.get('customers') ?? []) {
    remove.run(id);
    insert.run(id);
  }
}
