import fc from 'fast-check';
import { newId } from '../../../src-shared/core/id.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import { bookSettings, users } from '../../schema/book.ts';
import { contacts, customers, customerTags, tags } from '../../schema/customers.ts';
import { followUps, visitPlans } from '../../schema/follow-ups.ts';
import { tiers } from '../../schema/tiers.ts';
import { holidayYearSetting, timeZoneSetting } from '../../setting-names.ts';
import { deletedAt, type Edit, type Edits, longAgoOrSoon, name, number, pick } from './edit-parts.ts';

const phone = fc.constantFrom(
  null,
  '13800138000',
  '0571-88886666转801',
  '＋86 138 0013 8000',
  '无',
  '13900139000/13700137000',
);
const text = fc.constantFrom(null, '余杭区', '西湖区', '建材', '转介绍', 'a-b c');

/** Customers, their people and tags, and what the book says of all of them. */
export const customerEdits: Edits = [
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
  fc.record({ at: number, isKey: fc.boolean() }).map(
    ({ at, isKey }): Edit =>
      (db, world) =>
        void db.update(tiers, pick(world.tiers, at), { isKey }),
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
];

/** When customers were met, and when they are to be. */
export const visitEdits: Edits = [
  fc.record({ at: number, on: number }).map(
    ({ at, on }): Edit =>
      (db, world) => {
        const done = { plannedOn: longAgoOrSoon(on), status: 'done', doneById: null, deletedAt: null } as const;
        db.update(visitPlans, pick(world.plans, at), done);
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
            plannedOn: longAgoOrSoon(on),
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
          happenedAt: instantFromMs(1_772_697_600_000 - (on % 120) * 86_400_000),
          deletedAt,
        }),
  ),
];
