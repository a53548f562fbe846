import { type Id, newId } from '../../src-shared/core/id.ts';
import { dayOfInstant, type Instant, instantToMs } from '../../src-shared/core/instant.ts';
import type { AppDb } from '../connection.ts';
import { type NewRow, writeBatch } from '../journal.ts';
import { users } from '../schema/book.ts';
import { contacts, customers, customerTags, tags } from '../schema/customers.ts';
import { followUps, visitPlans } from '../schema/follow-ups.ts';
import type { JournaledTable } from '../schema/journaled-tables.ts';
import { tierHistory } from '../schema/tiers.ts';

/** Each writes one row in a batch of its own and gives its id; what is not given is a plain, valid value. */
export interface Builders {
  aUser(row?: Partial<NewRow<typeof users>>): Id;
  aTag(row?: Partial<NewRow<typeof tags>>): Id;
  aCustomer(row?: Partial<NewRow<typeof customers>>): Id;
  /** Without customerId it makes a customer first. */
  aContact(row?: Partial<NewRow<typeof contacts>>): Id;
  aFollowUp(row?: Partial<NewRow<typeof followUps>>): Id;
  aVisitPlan(row?: Partial<NewRow<typeof visitPlans>>): Id;
  aTierAssignment(row?: Partial<NewRow<typeof tierHistory>>): Id;
  aTagOn(customerId: Id, tagId: Id): Id;
}

export function buildersFor(book: AppDb, ownerId: Id, now: Instant): Builders {
  const write = <T extends JournaledTable>(table: T, row: NewRow<T>): Id => {
    writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => db.insert(table, row));
    return row.id;
  };
  const id = () => newId(instantToMs(now));
  const today = dayOfInstant(now, 'Asia/Shanghai');
  const builders: Builders = {
    aUser: (row) => write(users, { id: id(), name: '李销售', role: 'salesperson', ...row }),
    aTag: (row) => write(tags, { id: id(), name: '重点', ...row }),
    aCustomer: (row) => write(customers, { id: id(), name: '上海华成机电有限公司', ...row }),
    aContact: (row) =>
      write(contacts, { id: id(), name: '张三', ...row, customerId: row?.customerId ?? builders.aCustomer() }),
    aFollowUp: (row) =>
      write(followUps, {
        id: id(),
        authorId: ownerId,
        happenedAt: now,
        channel: 'phone',
        text: '报价已发',
        ...row,
        customerId: row?.customerId ?? builders.aCustomer(),
      }),
    aVisitPlan: (row) =>
      write(visitPlans, { id: id(), plannedOn: today, ...row, customerId: row?.customerId ?? builders.aCustomer() }),
    aTierAssignment: (row) =>
      write(tierHistory, {
        id: id(),
        effectiveOn: today,
        method: 'hand',
        ...row,
        customerId: row?.customerId ?? builders.aCustomer(),
      }),
    aTagOn: (customerId, tagId) => write(customerTags, { id: id(), customerId, tagId }),
  };
  return builders;
}
