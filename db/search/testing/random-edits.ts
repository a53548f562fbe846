import fc from 'fast-check';
import { type CalendarDate, fromDayNumber } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import { warningCodes } from '../../../src-shared/warnings/warning-mark.ts';
import { type WriteDb, writeBatch } from '../../journal.ts';
import { bookSettings, users } from '../../schema/book.ts';
import { contacts, customers, customerTags, tags } from '../../schema/customers.ts';
import { followUps, visitPlans } from '../../schema/follow-ups.ts';
import { allocations, dueDayChanges, receivables, refunds, settlementSources } from '../../schema/money.ts';
import { products, salesOrderLines, salesOrders } from '../../schema/orders.ts';
import { customerAssessments, warningMarks } from '../../schema/segmentation.ts';
import { termsDecisions } from '../../schema/terms.ts';
import { tiers } from '../../schema/tiers.ts';
import { holidayYearSetting, timeZoneSetting } from '../../setting-names.ts';
import type { TestBook } from '../../testing/open-test-book.ts';

/** Some before the day of a test book, some after. */
const day = (index: number): CalendarDate => fromDayNumber(20_500 + (index % 60));

/** A small book whose rows the edits below pick by number. */
export interface World {
  readonly customers: string[];
  readonly contacts: string[];
  readonly tags: string[];
  readonly users: string[];
  readonly tiers: string[];
  readonly plans: string[];
  readonly followUps: string[];
  readonly links: string[];
  readonly products: string[];
  /** Each of the customer at the same place, fully paid by the allocation at that place. */
  readonly receivables: string[];
  readonly sources: string[];
  readonly allocations: string[];
  readonly refunds: string[];
  readonly orders: string[];
  readonly orderLines: string[];
  readonly assessments: string[];
  readonly marks: string[];
}

export function smallWorld(test: TestBook): World {
  const owned = [
    test.aCustomer({ name: '杭州王记五金有限公司', city: '杭州市' }),
    test.aCustomer({ name: '单记门窗厂' }),
    test.aCustomer({ name: 'ABC Hardware' }),
  ];
  const debts = owned.map((customerId) => paidDebt(test, customerId));
  const past = owned.map((customerId) => fadedSales(test, customerId));
  const tagIds = ['老客户', '要发票', 'VIP'].map((name) => test.aTag({ name }));
  return {
    customers: owned,
    contacts: owned.map((customerId) => test.aContact({ customerId, name: '王建国', mobile: '13800138000' })),
    tags: tagIds,
    users: [test.ownerId, test.aUser({ name: '李娜' })],
    tiers: Object.values(test.tierIds),
    plans: owned.map((customerId) => test.aVisitPlan({ customerId })),
    followUps: owned.map((customerId) => test.aFollowUp({ customerId })),
    links: [test.aTagOn(owned[0] ?? '', tagIds[0] ?? '')],
    products: [aProduct(test)],
    receivables: debts.map(({ receivableId }) => receivableId),
    sources: debts.map(({ sourceId }) => sourceId),
    allocations: debts.map(({ allocationId }) => allocationId),
    refunds: debts.map(({ refundId }) => refundId),
    orders: past.flatMap(({ orders }) => orders),
    orderLines: past.flatMap(({ lines }) => lines),
    assessments: [],
    marks: [],
  };
}

function aProduct({ book, ownerId, now }: TestBook): string {
  const id = newId();
  writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) =>
    db.insert(products, { id, name: '304 不锈钢合页' }),
  );
  return id;
}

/** 1,000.00 due in a month; of 1,500.00 paid, 1,000.00 settle it and 100.00 went back. */
function paidDebt({ book, ownerId, now }: TestBook, customerId: string) {
  const ids = { receivableId: newId(), sourceId: newId(), allocationId: newId(), refundId: newId() };
  const { receivableId, sourceId } = ids;
  writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
    const owed = { id: receivableId, installmentNo: 1, issuedOn: day(0), dueOn: day(30), amountFen: 100_000 };
    db.insert(receivables, { ...owed, customerId });
    const paid = { id: sourceId, kind: 'payment', method: 'cash', onDay: day(1), amountFen: 150_000 } as const;
    db.insert(settlementSources, { ...paid, customerId });
    const part = { customerId, sourceId, amountFen: 100_000, effectiveOn: day(1) };
    db.insert(allocations, { ...part, id: ids.allocationId, receivableId });
    db.insert(refunds, { id: ids.refundId, customerId, sourceId, onDay: day(2), amountFen: 10_000, method: 'cash' });
  });
  return ids;
}

/** Bought monthly, then little and then nothing, and owes an old debt: that is warned of until an edit says otherwise. */
function fadedSales({ book, ownerId, now }: TestBook, customerId: string) {
  const orders: string[] = [];
  const lines: string[] = [];
  writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
    const dueOn = fromDayNumber(20_440);
    const owed = { id: newId(), installmentNo: 1, issuedOn: dueOn, dueOn, amountFen: 80_000 };
    db.insert(receivables, { ...owed, customerId });
    for (let month = 0; month < 15; month += 1) {
      const [id, lineId] = [newId(), newId()];
      const issuedOn = fromDayNumber(20_020 + month * 30);
      db.insert(salesOrders, { id, customerId, orderNo: id, issuedOn, creditKind: 'days', creditDays: 0 });
      const line = { position: 0, title: '货', unitPriceE4: 1_000_000, quantityE3: 1_000, discountBp: 0 };
      db.insert(salesOrderLines, {
        ...line,
        id: lineId,
        orderId: id,
        customerId,
        amountFen: month < 13 ? 10_000 : 9_000,
      });
      orders.push(id);
      lines.push(lineId);
    }
  });
  return { orders, lines };
}

export type Edit = (db: WriteDb, world: World) => void;

const name = fc.constantFrom(
  '杭州王记五金有限公司',
  '单雄信',
  '宁波鑫源（集团）',
  'ABC DEF',
  '张三 13800138000',
  '曾国藩',
  '𠮷野家',
  '3M中国',
  '%_*"',
  '甲',
);
const phone = fc.constantFrom(
  null,
  '13800138000',
  '0571-88886666转801',
  '＋86 138 0013 8000',
  '无',
  '13900139000/13700137000',
);
const text = fc.constantFrom(null, '余杭区', '西湖区', '建材', '转介绍', 'a-b c');
const deletedAt = fc.constantFrom(null, instantFromMs(1_770_000_000_000));
const number = fc.nat(1000);

function pick(list: readonly string[], index: number): string {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty world');
  return found;
}

export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({
      at: number,
      fields: fc.record(
        {
          name,
          shortName: fc.option(name),
          phone,
          city: text,
          district: text,
          industry: text,
          source: text,
          wechat: phone,
          cadenceDays: fc.constantFrom(null, 1, 45),
          firstContactSlot: fc.constantFrom(null, 0, 9_999),
        },
        { requiredKeys: [] },
      ),
    })
    .map(
      ({ at, fields }): Edit =>
        (db, world) =>
          void db.update(customers, pick(world.customers, at), fields),
    ),
  fc.record({ at: number, user: fc.option(number), tier: fc.option(number), contact: fc.option(number) }).map(
    ({ at, user, tier, contact }): Edit =>
      (db, world) =>
        void db.update(customers, pick(world.customers, at), {
          ownerId: user === null ? null : pick(world.users, user),
          tierId: tier === null ? null : pick(world.tiers, tier),
          primaryContactId: contact === null ? null : pick(world.contacts, contact),
        }),
  ),
  fc.record({ at: number, deletedAt }).map(
    ({ at, deletedAt }): Edit =>
      (db, world) =>
        void db.update(customers, pick(world.customers, at), { deletedAt }),
  ),
  name.map(
    (newName): Edit =>
      (db, world) => {
        const id = newId();
        db.insert(customers, { id, name: newName });
        world.customers.push(id);
      },
  ),
  fc
    .record({
      at: number,
      fields: fc.record({ name, mobile: phone, phone, wechat: text, deletedAt }, { requiredKeys: [] }),
    })
    .map(
      ({ at, fields }): Edit =>
        (db, world) =>
          void db.update(contacts, pick(world.contacts, at), fields),
    ),
  fc.record({ at: number, to: number }).map(
    ({ at, to }): Edit =>
      (db, world) =>
        void db.update(contacts, pick(world.contacts, at), { customerId: pick(world.customers, to) }),
  ),
  fc.record({ to: number, name, mobile: phone }).map(
    ({ to, ...fields }): Edit =>
      (db, world) => {
        const id = newId();
        db.insert(contacts, { id, customerId: pick(world.customers, to), ...fields });
        world.contacts.push(id);
      },
  ),
  fc.record({ at: number, name, deletedAt }).map(
    ({ at, ...fields }): Edit =>
      (db, world) =>
        void db.update(tags, pick(world.tags, at), fields),
  ),
  fc.record({ at: number, name }).map(
    ({ at, name }): Edit =>
      (db, world) =>
        void db.update(users, pick(world.users, at), { name }),
  ),
  fc.record({ at: number, position: fc.nat(9), archivedAt: deletedAt, cadenceDays: fc.constantFrom(7, 30, 90) }).map(
    ({ at, ...fields }): Edit =>
      (db, world) =>
        void db.update(tiers, pick(world.tiers, at), fields),
  ),
  fc.record({ at: number, tag: number }).map(
    ({ at, tag }): Edit =>
      (db, world) => {
        const [customerId, tagId] = [pick(world.customers, at), pick(world.tags, tag)];
        const isOn = db.sqlite
          .prepare('SELECT 1 FROM customer_tags WHERE customer_id = ? AND tag_id = ?')
          .get(customerId, tagId);
        if (isOn) return;
        const id = newId();
        db.insert(customerTags, { id, customerId, tagId });
        world.links.push(id);
      },
  ),
  number.map(
    (at): Edit =>
      (db, world) => {
        const [id] = world.links.splice(at % Math.max(1, world.links.length), 1);
        if (id !== undefined) db.remove(customerTags, id);
      },
  ),
  fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati').map(
    (value): Edit =>
      (db) =>
        void db.update(bookSettings, timeZoneSetting, { value }),
  ),
  fc.record({ isOffDay: fc.boolean(), deletedAt }).map(
    ({ isOffDay, deletedAt }): Edit =>
      (db) => {
        const id = holidayYearSetting(2026);
        const value = { year: 2026, days: [{ on: '2026-03-09', name: '调', isOffDay }] };
        const isThere = db.sqlite.prepare('SELECT 1 FROM book_settings WHERE id = ?').get(id);
        if (isThere) db.update(bookSettings, id, { value, deletedAt });
        else db.insert(bookSettings, { id, value });
      },
  ),
  fc
    .record({
      at: number,
      to: number,
      on: number,
      doneBy: fc.option(number),
      status: fc.constantFrom('planned' as const, 'done' as const, 'missed' as const),
      deletedAt,
    })
    .map(
      ({ at, to, on, doneBy, status, deletedAt }): Edit =>
        (db, world) =>
          void db.update(visitPlans, pick(world.plans, at), {
            customerId: pick(world.customers, to),
            plannedOn: day(on),
            doneById: doneBy === null ? null : pick(world.followUps, doneBy),
            status,
            deletedAt,
          }),
    ),
  fc.record({ at: number, to: number, on: number, deletedAt }).map(
    ({ at, to, on, deletedAt }): Edit =>
      (db, world) =>
        void db.update(followUps, pick(world.followUps, at), {
          customerId: pick(world.customers, to),
          happenedAt: instantFromMs(1_770_000_000_000 + on * 1000),
          deletedAt,
        }),
  ),
  fc.record({ at: number, name, code: fc.option(name), archivedAt: deletedAt, deletedAt }).map(
    ({ at, ...fields }): Edit =>
      (db, world) =>
        void db.update(products, pick(world.products, at), fields),
  ),
  fc
    .record({
      at: number,
      issued: number,
      due: number,
      voided: fc.option(number),
      disputeReason: fc.constantFrom(null, '有破损'),
      amountFen: fc.constantFrom(1, 60_000, 100_000),
      deletedAt,
    })
    .map(
      ({ at, issued, due, voided, ...fields }): Edit =>
        (db, world) =>
          void db.update(receivables, pick(world.receivables, at), {
            ...fields,
            issuedOn: day(issued),
            dueOn: day(due),
            voidedOn: voided === null ? null : day(voided),
          }),
    ),
  fc.record({ at: number, was: number, until: number }).map(
    ({ at, was, until }): Edit =>
      (db, world) => {
        const place = at % world.receivables.length;
        const [receivableId, customerId] = [pick(world.receivables, place), pick(world.customers, place)];
        db.insert(dueDayChanges, { id: newId(), receivableId, customerId, wasDueOn: day(was), untilOn: day(until) });
      },
  ),
  fc
    .record({
      at: number,
      on: number,
      voided: fc.option(number),
      kind: fc.constantFrom('payment' as const, 'return' as const, 'write_off' as const),
      amountFen: fc.constantFrom(1, 100_000, 150_000),
      deletedAt,
    })
    .map(
      ({ at, on, voided, kind, ...fields }): Edit =>
        (db, world) =>
          void db.update(settlementSources, pick(world.sources, at), {
            ...fields,
            kind,
            method: kind === 'payment' ? 'cash' : null,
            onDay: day(on),
            voidedOn: voided === null ? null : day(voided),
          }),
    ),
  fc.record({ at: number, ended: fc.option(number) }).map(
    ({ at, ended }): Edit =>
      (db, world) =>
        void db.update(allocations, pick(world.allocations, at), { endedOn: ended === null ? null : day(ended) }),
  ),
  fc.record({ at: number, from: number }).map(
    ({ at, from }): Edit =>
      (db, world) => {
        const place = at % world.receivables.length;
        const [receivableId, sourceId] = [pick(world.receivables, place), pick(world.sources, place)];
        const id = newId();
        const part = { id, receivableId, sourceId, amountFen: 1_000, effectiveOn: day(from) };
        db.insert(allocations, { ...part, customerId: pick(world.customers, place) });
        world.allocations.push(id);
      },
  ),
  number.map(
    (at): Edit =>
      (db, world) => {
        if (world.allocations.length < 2) return;
        const [id] = world.allocations.splice(at % world.allocations.length, 1);
        if (id !== undefined) db.remove(allocations, id);
      },
  ),
  fc.record({ at: number, on: number, voided: fc.option(number), deletedAt }).map(
    ({ at, on, voided, deletedAt }): Edit =>
      (db, world) =>
        void db.update(refunds, pick(world.refunds, at), {
          onDay: day(on),
          voidedOn: voided === null ? null : day(voided),
          deletedAt,
        }),
  ),
  fc.record({ at: number, ago: number, yuan: number }).map(
    ({ at, ago, yuan }): Edit =>
      (db, world) => {
        const customerId = pick(world.customers, at);
        const [id, lineId] = [newId(), newId()];
        // Spread over two years, so that all that is asked of sales is met.
        const issuedOn = fromDayNumber(20_520 - ((ago * 7) % 700));
        const order = { id, customerId, orderNo: id, issuedOn, creditKind: 'days', creditDays: 0 } as const;
        db.insert(salesOrders, order);
        const line = { position: 0, title: '货', unitPriceE4: yuan * 10_000, quantityE3: 1_000, discountBp: 0 };
        db.insert(salesOrderLines, { ...line, id: lineId, orderId: id, customerId, amountFen: yuan * 100 });
        world.orders.push(id);
        world.orderLines.push(lineId);
      },
  ),
  fc.record({ at: number, voided: fc.option(number), on: number, deletedAt }).map(
    ({ at, voided, on, deletedAt }): Edit =>
      (db, world) => {
        if (world.orders.length === 0) return;
        const voidedOn = voided === null ? null : day(voided);
        db.update(salesOrders, pick(world.orders, at), { voidedOn, issuedOn: day(on), deletedAt });
      },
  ),
  fc.record({ at: number, yuan: number, deletedAt }).map(
    ({ at, yuan, deletedAt }): Edit =>
      (db, world) => {
        if (world.orderLines.length === 0) return;
        db.update(salesOrderLines, pick(world.orderLines, at), { amountFen: yuan * 100, deletedAt });
      },
  ),
  fc.record({ at: number, creditLimitFen: fc.constantFrom(0, 1, 70_000, 1_000_000), on: number }).map(
    ({ at, creditLimitFen, on }): Edit =>
      (db, world) =>
        db.insert(termsDecisions, {
          id: newId(),
          customerId: pick(world.customers, at),
          decidedOn: day(on),
          decidedById: pick(world.users, on),
          kind: 'accepted',
          isStopped: false,
          advice: 'standard',
          grade: 'fair',
          discountBp: 0,
          creditKind: 'days',
          creditDays: 30,
          creditLimitFen,
          depositBp: 0,
          shown: '{}',
        }),
  ),
  fc.record({ at: number, isSeasonal: fc.boolean(), deletedAt }).map(
    ({ at, isSeasonal, deletedAt }): Edit =>
      (db, world) => {
        const place = at % world.customers.length;
        const known = world.assessments[place];
        if (known !== undefined) return void db.update(customerAssessments, known, { isSeasonal, deletedAt });
        if (place !== world.assessments.length) return;
        const id = newId();
        db.insert(customerAssessments, { id, customerId: pick(world.customers, place), isSeasonal });
        world.assessments.push(id);
      },
  ),
  fc.record({ at: number, code: fc.constantFrom(...warningCodes), until: number }).map(
    ({ at, code, until }): Edit =>
      (db, world) => {
        const mark = { code, state: 'snoozed', markedOn: day(0), untilOn: day(until) } as const;
        const id = newId();
        db.insert(warningMarks, { ...mark, id, customerId: pick(world.customers, at) });
        world.marks.push(id);
      },
  ),
  fc.record({ at: number, until: number, deletedAt }).map(
    ({ at, until, deletedAt }): Edit =>
      (db, world) => {
        if (world.marks.length === 0) return;
        db.update(warningMarks, pick(world.marks, at), { untilOn: day(until), deletedAt });
      },
  ),
  fc.record({ at: number, isKey: fc.boolean() }).map(
    ({ at, isKey }): Edit =>
      (db, world) =>
        void db.update(tiers, pick(world.tiers, at), { isKey }),
  ),
);
