import type { Id } from '../../src-shared/core/id.ts';
import { instantFromMs } from '../../src-shared/core/instant.ts';
import type { WriteDb } from '../journal.ts';
import { anniversaries } from '../schema/anniversaries.ts';
import { contacts, customers, customerTags } from '../schema/customers.ts';
import { followUps, visitPlans } from '../schema/follow-ups.ts';
import { tierHistory } from '../schema/tiers.ts';
import { type CustomerLife, type LifeEvent, seededDay, type TalkEvent } from './customer-life.ts';
import { customerWords } from './customer-words.ts';
import { aLandline } from './people.ts';
import { anAddress } from './places.ts';
import { Random } from './random.ts';
import { aPurpose, aTalk } from './talks.ts';

/** Whom and what a seeded customer can have, in the order in which lives count them. */
export interface SeedWorld {
  readonly seed: number;
  readonly salespeople: readonly Id[];
  readonly tiers: readonly Id[];
  readonly tags: readonly Id[];
  /** Customers live in so many of the nearest; null: anywhere in the region. */
  readonly districts: number | null;
}

function at<T>(list: readonly T[], place: number): T {
  const item = list[place];
  if (item === undefined) throw new RangeError(`there is no ${place} in a list of ${list.length}`);
  return item;
}

/** `firstContactSlot`: of those an import brought. */
export function writeBirth(
  db: WriteDb,
  world: SeedWorld,
  life: CustomerLife,
  firstContactSlot: number | null = null,
): void {
  const words = customerWords(world.seed, life, world.tags.length, world.districts);
  const random = new Random(world.seed, life.index * 4 + 3);
  const tierId = life.tier === null ? null : at(world.tiers, life.tier);
  const ownerId = life.owner === null ? null : at(world.salespeople, life.owner);
  db.insert(customers, { ...words.customer, tierId, ownerId, firstContactSlot });
  for (const contact of words.contacts) db.insert(contacts, contact);
  for (const tag of words.tags) {
    db.insert(customerTags, { id: random.id(life.bornMs), customerId: life.id, tagId: at(world.tags, tag) });
  }
  if (tierId !== null) {
    const method = life.isImported ? 'import' : 'create';
    const effectiveOn = seededDay(life.bornMs);
    db.insert(tierHistory, { id: random.id(life.bornMs), customerId: life.id, tierId, effectiveOn, method });
  }
  for (const contactId of life.contactIds) if (random.chance(0.12)) writeBirthday(db, life, contactId, random);
  if (random.chance(0.05)) {
    const year = random.between(1995, 2023);
    const day = { year, month: random.between(1, 12), day: random.between(1, 28) };
    const row = { customerId: life.id, kind: 'founding', calendar: 'solar', ...day } as const;
    db.insert(anniversaries, { ...row, id: random.id(life.bornMs) });
  }
}

/** The older, the likelier by the moon. A lunar month has at least 29 days. */
function writeBirthday(db: WriteDb, life: CustomerLife, contactId: Id, random: Random): void {
  const year = random.between(1955, 2000);
  const calendar = random.chance(year < 1975 ? 0.7 : 0.2) ? 'lunar' : 'solar';
  db.insert(anniversaries, {
    id: random.id(life.bornMs),
    customerId: life.id,
    contactId,
    kind: 'birthday',
    calendar,
    year: random.chance(0.6) ? year : null,
    month: random.between(1, 12),
    day: random.between(1, calendar === 'lunar' ? 29 : 28),
  });
}

export function writeEvent(db: WriteDb, world: SeedWorld, life: CustomerLife, event: LifeEvent): void {
  // The moment tells the events of one life apart.
  const random = new Random(world.seed ^ Math.floor(event.ms / 1000), life.index * 4 + 3);
  switch (event.kind) {
    case 'talk':
      writeTalk(db, world, life, event, random);
      return;
    case 'tier': {
      const tierId = at(world.tiers, event.tier);
      const effectiveOn = seededDay(event.ms);
      db.update(customers, life.id, { tierId });
      const reason = random.pick(['近几个月采购增加', '订单减少', '老板要求重点跟进', '半年度复核']);
      db.insert(tierHistory, { id: event.id, customerId: life.id, tierId, effectiveOn, method: 'hand', reason });
      return;
    }
    case 'edit':
      db.update(
        customers,
        life.id,
        random.chance(0.5) ? { phone: aLandline('杭州市', random) } : { address: anAddress(random) },
      );
      return;
    case 'bin':
      db.update(customers, life.id, { deletedAt: db.info.now });
      return;
  }
}

function writeTalk(db: WriteDb, world: SeedWorld, life: CustomerLife, event: TalkEvent, random: Random): void {
  const month = Number(seededDay(event.ms).slice(5, 7));
  const author =
    life.owner === null || random.chance(0.1) ? random.pick(world.salespeople) : at(world.salespeople, life.owner);
  db.insert(followUps, {
    id: event.id,
    customerId: life.id,
    contactId: life.contactIds.length > 0 ? random.pick(life.contactIds) : null,
    authorId: author,
    happenedAt: instantFromMs(event.ms),
    ...aTalk(month, random),
  });
  if (event.closes) closePlan(db, event, event.closes);
  if (!event.next) return;
  const plannedTime = random.chance(0.2) ? random.pick(['09:00', '09:30', '10:00', '14:00', '15:30']) : null;
  db.insert(visitPlans, {
    id: event.next.id,
    customerId: life.id,
    personId: life.owner === null ? null : at(world.salespeople, life.owner),
    plannedOn: event.next.on,
    plannedTime,
    lengthMinutes: plannedTime === null ? null : random.pick([30, 45, 60, 60, 90]),
    purpose: random.chance(0.8) ? aPurpose(random) : null,
    madeById: event.id,
  });
}

function closePlan(db: WriteDb, event: TalkEvent, plan: NonNullable<TalkEvent['closes']>): void {
  switch (plan.as) {
    case 'done':
      db.update(visitPlans, plan.id, { status: 'done', doneById: event.id });
      return;
    case 'missed':
      db.update(visitPlans, plan.id, { status: 'missed' });
      return;
    case 'cancelled':
      db.update(visitPlans, plan.id, { status: 'cancelled', cancelledReason: '客户改期' });
      return;
  }
}
