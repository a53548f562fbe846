import type { VisitedCustomer } from '../../src-shared/visits/visit-entry.ts';

/**
 * Of `customer_list l` joined with `customers c`: what a list, a calendar or a printed sheet says of whom to visit.
 * customer_list already holds the primary contact's name and the number to call.
 */
export const visitedColumns = `l.customer_id AS customerId, c.name, c.short_name AS shortName, l.tier_id AS tierId,
  l.owner_id AS ownerId, c.city, c.district, c.address, l.contact_name AS contactName, l.phone,
  l.last_contact_at AS lastContactAt`;

export type VisitedRow = VisitedCustomer;

/** Without the other columns of the row. */
export function toVisited(row: VisitedRow): VisitedCustomer {
  const { customerId, name, shortName, tierId, ownerId, city, district, address, contactName, phone, lastContactAt } =
    row;
  return { customerId, name, shortName, tierId, ownerId, city, district, address, contactName, phone, lastContactAt };
}
