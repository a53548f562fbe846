import { addDays } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { dayOfInstant, type Instant, instantToMs } from '../../src-shared/core/instant.ts';
import type { AppDb } from '../connection.ts';
import { type NewRow, type WriteDb, writeBatch } from '../journal.ts';
import { anniversaries } from '../schema/anniversaries.ts';
import { attachments } from '../schema/attachments.ts';
import { users } from '../schema/book.ts';
import { contacts, customers, customerTags, tags } from '../schema/customers.ts';
import { followUps, visitPlans } from '../schema/follow-ups.ts';
import { importBatches } from '../schema/import-batches.ts';
import type { JournaledTable } from '../schema/journaled-tables.ts';
import { receivables, settlementSources } from '../schema/money.ts';
import { tierHistory } from '../schema/tiers.ts';

/** Each writes one row in a batch of its own and gives its id; what is not given is a plain, valid value. */
export interface Builders {
  aUser(row?: Partial<NewRow<typeof users>>): Id;
  aTag(row?: Partial<NewRow<typeof tags>>): Id;
  aCustomer(row?: Partial<NewRow<typeof customers>>): Id;
  /** Without customerId it makes a customer first. */
  aContact(row?: Partial<NewRow<typeof contacts>>): Id;
  aFollowUp(row?: Partial<NewRow<typeof followUps>>): Id;
  /** Only the row: no bytes lie beside the book. */
  anAttachment(row?: Partial<NewRow<typeof attachments>>): Id;
  /** A birthday on 1 May, of the customer itself. */
  anAnniversary(row?: Partial<NewRow<typeof anniversaries>>): Id;
  aVisitPlan(row?: Partial<NewRow<typeof visitPlans>>): Id;
  aTierAssignment(row?: Partial<NewRow<typeof tierHistory>>): Id;
  aTagOn(customerId: Id, tagId: Id): Id;
  /** ¥1,000.00 owed since today, due in 30 days; written past the laws of the ledger. */
  aReceivable(row?: Partial<NewRow<typeof receivables>>): Id;
  /** ¥1,000.00 in cash today, all of it prepayment. */
  aPayment(row?: Partial<NewRow<typeof settlementSources>>): Id;
  /** Inside a batch: what an import notes of itself. */
  anImportRecord(db: WriteDb, row?: Partial<NewRow<typeof importBatches>>): Id;
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
    anAttachment: (row) =>
      write(attachments, {
        id: id(),
        fileName: '合同.pdf',
        sizeBytes: 3,
        sha256: 'a'.repeat(64),
        ...row,
        customerId: row?.customerId ?? builders.aCustomer(),
      }),
    anAnniversary: (row) =>
      write(anniversaries, {
        id: id(),
        kind: 'birthday',
        calendar: 'solar',
        month: 5,
        day: 1,
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
    aReceivable: (row) =>
      write(receivables, {
        id: id(),
        installmentNo: 1,
        issuedOn: today,
        dueOn: addDays(today, 30),
        amountFen: 100_000,
        ...row,
        customerId: row?.customerId ?? builders.aCustomer(),
      }),
    aPayment: (row) =>
      write(settlementSources, {
        id: id(),
        kind: 'payment',
        method: 'cash',
        onDay: today,
        amountFen: 100_000,
        ...row,
        customerId: row?.customerId ?? builders.aCustomer(),
      }),
    aTagOn: (customerId, tagId) => write(customerTags, { id: id(), customerId, tagId }),
    anImportRecord: (db, row) => {
      const record = {
        id: id(),
        batchId: db.info.batchId,
        target: 'customers',
        fileName: '客户.xlsx',
        fileSha256: '0'.repeat(64),
        sheetName: 'Sheet1',
        mapping: {},
        rowsRead: 1,
        rowsCreated: 1,
        rowsUpdated: 0,
        rowsSkipped: 0,
        rowsInError: 0,
        ...row,
      };
      db.insert(importBatches, record);
      return record.id;
    },
  };
  return builders;
}
