import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { newId } from '../../src-shared/core/id.ts';
import { instantFromMs, instantToMs } from '../../src-shared/core/instant.ts';
import { type AppDb, writerOf } from '../connection.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { bookSettings, users } from '../schema/book.ts';
import { contacts, customers } from '../schema/customers.ts';
import { followUps, visitPlans } from '../schema/follow-ups.ts';
import { tiers } from '../schema/tiers.ts';
import { holidayYearSetting, timeZoneSetting } from '../setting-names.ts';
import { at, openTestBook, type TestBook } from '../testing/open-test-book.ts';
import { undoBatch } from '../undo.ts';
import { bringMoneyToDay, writeMoneyOfDay } from './bring-money-to-day.ts';
import { writeWarnings } from './bring-warnings-to-day.ts';
import { datesBook } from './dates-book.ts';
import { rebuildDerived } from './refresh.ts';
import { moneyOfLaterDay } from './refresh-money.ts';
import { staleWarnings, warnableCustomers } from './refresh-warnings.ts';
import { derivedDump } from './testing/derived-dump.ts';
import { moneyAsDerived, moneyByRules } from './testing/money-by-rules.ts';
import { anEdit, aWarningEdit } from './testing/random-edits.ts';
import { smallWorld } from './testing/small-world.ts';

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

function rebuilt({ book, now }: TestBook, onDay = now): ReadonlyMap<string, unknown> {
  rebuildDerived(writerOf(book).sqlite, onDay);
  return derivedDump(book);
}

function listRow(book: AppDb, customerId: string): Record<string, unknown> {
  const row = book.sqlite
    .prepare<[string], Record<string, unknown>>('SELECT * FROM customer_list WHERE customer_id = ?')
    .get(customerId);
  if (!row) throw new Error('not listed');
  return row;
}

function edit(test: TestBook, work: (db: WriteDb) => void): void {
  writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: test.now }, work);
}

describe('refreshDerived', () => {
  it('lists a new customer with its owner, tier, contact and phone', () => {
    const test = openTestBook();
    const customerId = test.aCustomer({
      name: '杭州王记建材有限公司',
      ownerId: test.ownerId,
      tierId: test.tierIds.B,
      district: '余杭区',
    });
    const contactId = test.aContact({ customerId, name: '王建国', mobile: '138 5812 6630' });
    edit(test, (db) => db.update(customers, customerId, { primaryContactId: contactId }));
    expect(listRow(test.book, customerId)).toMatchObject({
      is_live: 1,
      tier_position: 1,
      contact_name: '王建国',
      phone: '138 5812 6630',
      phone_key: '13858126630',
      district: '余杭区',
      next_visit_on: null,
      last_contact_at: null,
    });
  });

  it('falls back to the phone of the firm when the contact has none or is in the bin', () => {
    const test = openTestBook();
    const customerId = test.aCustomer({ phone: '0571-88886666' });
    const contactId = test.aContact({ customerId, name: '王建国' });
    edit(test, (db) => db.update(customers, customerId, { primaryContactId: contactId }));
    expect(listRow(test.book, customerId)).toMatchObject({ contact_name: '王建国', phone: '0571-88886666' });
    edit(test, (db) => db.update(contacts, contactId, { mobile: '13800138000' }));
    expect(listRow(test.book, customerId)).toMatchObject({ phone: '13800138000' });
    edit(test, (db) => db.update(contacts, contactId, { deletedAt: test.now }));
    expect(listRow(test.book, customerId)).toMatchObject({
      contact_name: null,
      contact_key: null,
      phone: '0571-88886666',
    });
  });

  it('takes the earliest open plan and the latest follow-up, and forgets what went to the bin', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    const soon = test.aVisitPlan({ customerId, plannedOn: day('2026-03-09') });
    test.aVisitPlan({ customerId, plannedOn: day('2026-03-20') });
    test.aVisitPlan({ customerId, plannedOn: day('2026-03-01'), status: 'done' });
    const binned = test.aVisitPlan({ customerId, plannedOn: day('2026-03-02') });
    edit(test, (db) => db.update(visitPlans, binned, { deletedAt: test.now }));
    test.aFollowUp({ customerId, happenedAt: at('2026-03-01T08:00:00.000Z') });
    const latest = test.aFollowUp({ customerId, happenedAt: at('2026-03-04T08:00:00.000Z') });
    expect(listRow(test.book, customerId)).toMatchObject({
      next_visit_on: '2026-03-09',
      last_contact_at: '2026-03-04T08:00:00.000Z',
    });
    edit(test, (db) => {
      db.update(visitPlans, soon, { status: 'cancelled', cancelledReason: '客户出差' });
      db.update(followUps, latest, { deletedAt: test.now });
    });
    expect(listRow(test.book, customerId)).toMatchObject({
      next_visit_on: '2026-03-20',
      last_contact_at: '2026-03-01T08:00:00.000Z',
    });
  });

  it('says since when a customer is quiet, how often it is met and when it is due', () => {
    const test = openTestBook();
    const customerId = test.aCustomer({ tierId: test.tierIds.A });
    expect(listRow(test.book, customerId)).toMatchObject({
      cadence_days: 7,
      due_on: '2026-03-10',
      quiet_since: test.now,
    });
    const happenedAt = at('2026-03-06T08:00:00.000Z');
    const told = test.aFollowUp({ customerId, happenedAt });
    expect(listRow(test.book, customerId)).toMatchObject({ due_on: '2026-03-13', quiet_since: happenedAt });
    edit(test, (db) => db.update(customers, customerId, { cadenceDays: 3 }));
    expect(listRow(test.book, customerId)).toMatchObject({ cadence_days: 3, due_on: '2026-03-09' });
    edit(test, (db) => db.update(followUps, told, { deletedAt: test.now }));
    expect(listRow(test.book, customerId)).toMatchObject({ due_on: '2026-03-10', quiet_since: test.now });
  });

  it('counts a done visit as a contact, by its follow-up where one tells of it', () => {
    const test = openTestBook();
    const customerId = test.aCustomer({ tierId: test.tierIds.A });
    const told = test.aFollowUp({ customerId, happenedAt: at('2026-03-06T08:00:00.000Z') });
    test.aVisitPlan({ customerId, plannedOn: day('2026-03-09'), status: 'done', doneById: told });
    expect(listRow(test.book, customerId)).toMatchObject({ due_on: '2026-03-13' });
    edit(test, (db) => db.update(followUps, told, { deletedAt: test.now }));
    expect(listRow(test.book, customerId)).toMatchObject({
      due_on: '2026-03-16',
      last_contact_at: '2026-03-08T16:00:00.000Z',
    });
  });

  it('a tier’s new cadence moves its customers but those with their own, and undo moves them back', () => {
    const test = openTestBook();
    const met = { happenedAt: at('2026-03-06T08:00:00.000Z') };
    const [plain, own, other] = [
      test.aCustomer({ tierId: test.tierIds.A }),
      test.aCustomer({ tierId: test.tierIds.A, cadenceDays: 5 }),
      test.aCustomer({ tierId: test.tierIds.B }),
    ];
    for (const customerId of [plain, own, other]) test.aFollowUp({ ...met, customerId });
    const dueDays = () => [plain, own, other].map((id) => listRow(test.book, id).due_on);
    const before = dueDays();
    expect(before).toEqual(['2026-03-13', '2026-03-11', '2026-03-20']);
    edit(test, (db) => db.update(tiers, test.tierIds.A, { cadenceDays: 10 }));
    expect(dueDays()).toEqual(['2026-03-16', '2026-03-11', '2026-03-20']);
    edit(test, (db) => db.update(tiers, test.tierIds.A, { cadenceDays: 7 }));
    expect(dueDays()).toEqual(before);
  });

  it('moves due days when the book moves to another zone', () => {
    const test = openTestBook();
    const customerId = test.aCustomer({ tierId: test.tierIds.A });
    test.aFollowUp({ customerId, happenedAt: at('2026-03-06T17:00:00.000Z') });
    expect(listRow(test.book, customerId).due_on).toBe('2026-03-14');
    edit(test, (db) => db.update(bookSettings, timeZoneSetting, { value: 'America/New_York' }));
    expect(listRow(test.book, customerId).due_on).toBe('2026-03-13');
  });

  it('moves who was made by hand and never met when a year’s holidays are entered, and nobody else', () => {
    const test = openTestBook({ now: at('2027-02-04T02:00:00.000Z') });
    const [fresh, imported, met] = [test.aCustomer(), test.aCustomer({ firstContactSlot: 0 }), test.aCustomer()];
    test.aFollowUp({ customerId: met });
    const dueDays = () => [fresh, imported, met].map((id) => listRow(test.book, id).due_on);
    expect(dueDays()).toEqual(['2027-02-09', '2027-02-04', '2027-03-06']);
    const value = { year: 2027, days: [{ on: '2027-02-08', name: '春节', isOffDay: true }] };
    edit(test, (db) => db.insert(bookSettings, { id: holidayYearSetting(2027), value }));
    expect(dueDays()).toEqual(['2027-02-10', '2027-02-04', '2027-03-06']);
    expect(derivedDump(test.book)).toEqual(rebuilt(test));
  });

  it('renaming a user or reordering tiers reaches every customer of theirs', () => {
    const test = openTestBook();
    const userId = test.aUser({ name: '阿强' });
    const ids = [1, 2, 3].map(() => test.aCustomer({ ownerId: userId, tierId: test.tierIds.A }));
    const before = listRow(test.book, ids[0] ?? '');
    edit(test, (db) => {
      db.update(users, userId, { name: '赵强' });
      db.update(tiers, test.tierIds.A, { position: 3 });
      db.update(tiers, test.tierIds.D, { position: 0 });
    });
    for (const id of ids) {
      expect(listRow(test.book, id).tier_position).toBe(3);
      expect(String(listRow(test.book, id).owner_key)).toContain('赵强');
      expect(listRow(test.book, id).owner_key).not.toBe(before.owner_key);
    }
  });

  it('a contact that moves to another customer is found there and not here', () => {
    const test = openTestBook();
    const [from, to] = [test.aCustomer({ name: '甲' }), test.aCustomer({ name: '乙' })];
    const contactId = test.aContact({ customerId: from, name: '欧阳锋', mobile: '13800138000' });
    edit(test, (db) => db.update(contacts, contactId, { customerId: to }));
    expect(String(listRow(test.book, from).search_text)).not.toContain('欧阳锋');
    expect(String(listRow(test.book, to).search_text)).toContain('欧阳锋');
    expect(derivedDump(test.book)).toEqual(rebuilt(test));
  });

  it('a batch that fails leaves the derived tables as they were', () => {
    const test = openTestBook();
    test.aCustomer({ name: '甲' });
    const before = derivedDump(test.book);
    expect(() =>
      edit(test, (db) => {
        for (let index = 0; index < 10_500; index += 1) db.insert(customers, { id: newId(), name: `客户${index}` });
        db.insert(contacts, { id: newId(), customerId: 'nobody', name: '无主' });
      }),
    ).toThrow();
    expect(derivedDump(test.book)).toEqual(before);
    const indexes = "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'customer_list'";
    expect(test.book.sqlite.prepare(indexes).pluck().get()).toBe(18);
  });

  it('a first import leaves the same indexes and rows as typing them one by one', () => {
    const test = openTestBook();
    edit(test, (db) => {
      for (let index = 0; index < 10_500; index += 1)
        db.insert(customers, { id: newId(), name: `客户${index}`, city: '杭州市' });
    });
    const refreshed = derivedDump(test.book);
    // And how many something warns of.
    expect(refreshed.size).toBe(10_501);
    expect(refreshed).toEqual(rebuilt(test));
    const indexes = "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'customer_list'";
    expect(test.book.sqlite.prepare(indexes).pluck().get()).toBe(18);
  });

  // Asked after each edit, one to a batch: another of the same customer, or of all, would mend what this one forgot.
  it('warns of whom it should after every single edit of what warnings are made of', () => {
    fc.assert(
      fc.property(fc.array(aWarningEdit, { minLength: 20, maxLength: 40 }), (edits) => {
        const test = openTestBook();
        const world = smallWorld(test);
        const { sqlite } = test.book;
        for (const apply of edits) {
          edit(test, (db) => apply(db, world));
          expect(staleWarnings(sqlite, warnableCustomers(sqlite), datesBook(sqlite).dayOf(test.now))).toEqual([]);
        }
        test.book.close();
      }),
      { numRuns: Number(process.env.KEBEN_LAW_RUNS ?? 60) },
    );
  });

  it('a first import that is taken back, or brought back and given to another owner, equals rebuilt', () => {
    const test = openTestBook();
    const otherId = test.aUser({ name: '李娜' });
    test.aCustomer({ name: '早就在的五金店' });
    const ids = Array.from({ length: 10_000 }, () => newId());
    const request = { source: 'import', userId: test.ownerId, now: test.now } as const;
    const { batchId } = writeBatch(test.book, request, (db) => {
      for (const [index, id] of ids.entries()) {
        db.insert(customers, { id, name: `批量客户${index}`, phone: `0571-8${String(index).padStart(7, '0')}` });
        db.insert(contacts, {
          id: newId(),
          customerId: id,
          name: '王建国',
          mobile: `138${String(10_000_000 + index)}`,
        });
      }
    });
    const takenBack = (batch: string): string => {
      const outcome = undoBatch(test.book, { batchId: batch, userId: test.ownerId, now: test.now });
      if (!outcome.ok || outcome.value.batchId === null) throw new Error('nothing was taken back');
      return outcome.value.batchId;
    };
    const undoId = takenBack(batchId);
    expect(listRow(test.book, ids[0] ?? '')).toMatchObject({ is_live: 0 });
    expect(derivedDump(test.book)).toEqual(rebuilt(test));
    takenBack(undoId);
    edit(test, (db) => {
      for (const id of ids) db.update(customers, id, { ownerId: otherId });
    });
    expect(listRow(test.book, ids[0] ?? '')).toMatchObject({ is_live: 1, owner_id: otherId, contact_name: null });
    expect(derivedDump(test.book)).toEqual(rebuilt(test));
    const settings = (table: string) =>
      Object.fromEntries(
        test.book.sqlite.prepare<[], [string, number]>(`SELECT k, v FROM ${table}_config`).raw().all(),
      );
    for (const table of ['customer_search', 'customer_facets'])
      expect(settings(table)).toMatchObject({ automerge: 8, deletemerge: 10, hashsize: 1_048_576, crisismerge: 500 });
  });

  it('refreshed after any edits equals rebuilt', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anEdit, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        (batches) => {
          const test = openTestBook();
          const world = smallWorld(test);
          for (const batch of batches) {
            edit(test, (db) => {
              for (const apply of batch) apply(db, world);
            });
          }
          const refreshed = derivedDump(test.book);
          expect(refreshed).toEqual(rebuilt(test));
          const today = datesBook(test.book.sqlite).dayOf(test.now);
          for (const id of world.customers) {
            expect(moneyAsDerived(test.book, id)).toEqual(moneyByRules(test.book, id, today));
          }
          const tomorrow = instantFromMs(instantToMs(test.now) + 86_400_000);
          bringMoneyToDay(test.book, tomorrow);
          for (const id of world.customers) {
            expect(moneyAsDerived(test.book, id)).toEqual(moneyByRules(test.book, id, addDays(today, 1)));
          }
          const { sqlite } = test.book;
          const stale = staleWarnings(sqlite, warnableCustomers(sqlite), addDays(today, 1));
          writeWarnings(test.book, stale, addDays(today, 1));
          expect(derivedDump(test.book)).toEqual(rebuilt(test, tomorrow));
          // The clock was a year ahead and is set right.
          const { sqlite: later } = writerOf(test.book);
          bringMoneyToDay(test.book, instantFromMs(instantToMs(test.now) + 400 * 86_400_000));
          writeMoneyOfDay(test.book, moneyOfLaterDay(later, today), today);
          for (const id of world.customers) {
            expect(moneyAsDerived(test.book, id)).toEqual(moneyByRules(test.book, id, today));
          }
          expect(moneyOfLaterDay(later, today)).toEqual([]);
          test.book.close();
        },
      ),
      { numRuns: Number(process.env.KEBEN_LAW_RUNS ?? 40) },
    );
  });
});
