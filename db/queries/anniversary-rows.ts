import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Anniversary } from '../../src-shared/anniversaries/anniversary.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { anniversaries } from '../schema/anniversaries.ts';
import { contacts, customers } from '../schema/customers.ts';

/** Of a customer and its contacts, the earliest entered first; none of a binned contact or customer. */
export function anniversariesOf(db: ReadDb, customerId: Id): readonly Anniversary[] {
  return db.orm
    .select({
      id: anniversaries.id,
      customerId: anniversaries.customerId,
      contactId: anniversaries.contactId,
      kind: anniversaries.kind,
      title: anniversaries.title,
      calendar: anniversaries.calendar,
      year: anniversaries.year,
      month: anniversaries.month,
      day: anniversaries.day,
      isLeapMonth: anniversaries.isLeapMonth,
    })
    .from(anniversaries)
    .innerJoin(customers, eq(customers.id, anniversaries.customerId))
    .leftJoin(contacts, eq(contacts.id, anniversaries.contactId))
    .where(
      and(
        eq(anniversaries.customerId, customerId),
        isNull(anniversaries.deletedAt),
        isNull(customers.deletedAt),
        or(isNull(anniversaries.contactId), isNull(contacts.deletedAt)),
      ),
    )
    .orderBy(asc(anniversaries.createdAt), asc(anniversaries.id))
    .all();
}
