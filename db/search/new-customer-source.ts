import type { ContactFields } from '../../src-shared/contacts/contact.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { CustomerFields } from '../../src-shared/customers/customer.ts';
import type { Sqlite } from '../connection.ts';
import { rowsOf } from '../prepared.ts';
import { type CustomerSource, tierPositionSql } from './customer-source.ts';

/** A customer as it is just being written, with all that is written of it. */
export interface NewCustomer {
  readonly id: Id;
  readonly createdAt: Instant;
  readonly firstContactSlot: number | null;
  readonly fields: CustomerFields;
  /** In the order of their ids; the first is the primary one. */
  readonly contacts: readonly ContactFields[];
  /** Each once. */
  readonly tags: readonly { readonly id: Id; readonly name: string }[];
  readonly nextVisitOn: CalendarDate | null;
}

interface TierRow {
  readonly id: Id;
  readonly position: number;
  readonly cadenceDays: number;
}

interface UserRow {
  readonly id: Id;
  readonly name: string;
}

/**
 * What readSources would read of such customers once they are in the book; tiers and users as the book has them now. A
 * test holds that both give the same derived rows.
 */
export function newCustomerSources(sqlite: Sqlite): (made: NewCustomer) => CustomerSource {
  const tiersSql = `SELECT id, ${tierPositionSql} AS position, cadence_days AS cadenceDays FROM tiers t`;
  const tiers = new Map(
    rowsOf<TierRow>(sqlite, tiersSql)
      .all()
      .map((tier) => [tier.id, tier]),
  );
  const users = new Map(
    rowsOf<UserRow>(sqlite, 'SELECT id, name FROM users')
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return ({ id, createdAt, firstContactSlot, fields, contacts, tags, nextVisitOn }) => {
    const tier = fields.tierId === null ? undefined : tiers.get(fields.tierId);
    return {
      customer: {
        ...fields,
        id,
        tierPosition: tier?.position ?? null,
        ownerName: fields.ownerId === null ? null : (users.get(fields.ownerId) ?? null),
        primaryContactId: contacts.length > 0 ? contactKey(0) : null,
        updatedAt: createdAt,
        isLive: 1,
        createdAt,
        nextVisitOn,
        lastTalkAt: null,
        lastDoneOn: null,
        ownCadenceDays: fields.cadenceDays,
        tierCadenceDays: tier?.cadenceDays ?? null,
        firstContactSlot,
      },
      contacts: contacts.map((contact, index) => ({ ...contact, id: contactKey(index), customerId: id })),
      tags: tags.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    };
  };
}

/** Derived rows hold no ids of contacts: any will do that tells them apart. */
function contactKey(index: number): string {
  return String(index);
}
