import { addDays, type CalendarDate, parseCalendarDate, partsOf } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { dayOfInstant, type Instant, instantAt, instantFromMs, instantToMs } from '../../src-shared/core/instant.ts';
import { lunarDateOf } from '../../src-shared/lunar/lunar-date.ts';
import { builtInWorkCalendar } from '../../src-shared/workdays/create-work-calendar.ts';
import type { AppDb } from '../connection.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { anniversaries } from '../schema/anniversaries.ts';
import { users } from '../schema/book.ts';
import { contacts, customers, customerTags, tags } from '../schema/customers.ts';
import { followUps, visitPlans } from '../schema/follow-ups.ts';
import { importBatches } from '../schema/import-batches.ts';
import { tierHistory } from '../schema/tiers.ts';
import { bringWarningsToDay } from '../search/bring-warnings-to-day.ts';
import { Random } from './random.ts';
import { sampleCustomers } from './sample-customers.ts';
import { type SampleMoneyWorld, sampleMoneyActions } from './sample-money.ts';
import { readSampleCustomers, type SampleAnniversary, type SampleCustomer, type SampleTalk } from './sample-text.ts';
import { seedTimeZone } from './seed-book.ts';

export interface SampleOptions {
  /** Plans and follow-ups lie around this day. */
  readonly today: CalendarDate;
  readonly ownerId: Id;
  /** A, B, C, D as a new book has them. */
  readonly tierIds: readonly Id[];
  readonly onProgress?: (done: number, total: number) => void;
}

/** The firm's first import; who came later was typed in. */
const importedDaysAgo = 120;

/** The moment the sample book begins, for createBook. */
export function sampleStart(today: CalendarDate): Instant {
  return instantAt(addDays(today, -importedDaysAgo), '08:30', seedTimeZone);
}

/**
 * Fills a new book with the customers of a hardware wholesaler: overdue visits, some for today, talks of the last weeks,
 * a customer gone quiet, a tier that changed, and a history as if people had typed it day by day.
 */
export function writeSampleBook(book: AppDb, options: SampleOptions): void {
  const people = readSampleCustomers(sampleCustomers);
  const world = writeWorld(book, people, options);
  const money = sampleMoneyActions(moneyWorld(people, world), instantToMs(sampleStart(options.today)));
  const actions = [
    importAction(people, world),
    ...people.flatMap((customer) => actionsOf(customer, world)),
    ...money.map((action): Action => ({ ...action, source: 'edit' })),
  ];
  for (const [done, action] of actions.sort((a, b) => a.ms - b.ms).entries()) {
    const { source, userId, ms, write } = action;
    writeBatch(book, { source, userId, now: instantFromMs(ms) }, write);
    options.onProgress?.(done + 1, actions.length);
  }
  bringWarningsToDay(book, options.today);
}

function moneyWorld(people: readonly SampleCustomer[], world: SampleWorld): SampleMoneyWorld {
  return {
    random: world.random,
    ownerId: world.ownerId,
    customerOf: (shortName) => {
      const customer = named(
        people.find((one) => one.shortName === shortName),
        shortName,
      );
      return { id: named(world.ids.get(customer), shortName).customer, ownerId: userOf(customer, world) };
    },
    dayBefore: (daysAgo) => workdayBefore(addDays(world.today, -daysAgo)),
  };
}

interface SampleWorld {
  readonly today: CalendarDate;
  readonly random: Random;
  /** By name. */
  readonly users: ReadonlyMap<string, Id>;
  readonly ownerId: Id;
  readonly tiers: ReadonlyMap<string, Id>;
  readonly tags: ReadonlyMap<string, Id>;
  readonly ids: ReadonlyMap<SampleCustomer, { readonly customer: Id; readonly contacts: readonly Id[] }>;
  /** Visits that were planned in the talk before, by the talk that they became. */
  readonly plans: Map<SampleTalk, Id>;
}

interface Action {
  readonly ms: number;
  readonly userId: Id;
  readonly source: 'import' | 'edit';
  readonly write: (db: WriteDb) => void;
}

function writeWorld(book: AppDb, people: readonly SampleCustomer[], options: SampleOptions): SampleWorld {
  const random = new Random(20_260_917);
  const now = sampleStart(options.today);
  const ms = instantToMs(now);
  const idOf = (name: string) => [name, random.id(ms)] as const;
  const salespeople = ['王强', '李娜'].map(idOf);
  const bookkeeper = idOf('周会计');
  const tagIds = [...new Set(people.flatMap((customer) => customer.tags))].map(idOf);
  writeBatch(book, { source: 'system', userId: options.ownerId, now }, (db) => {
    for (const [name, id] of salespeople) db.insert(users, { id, name, role: 'salesperson' });
    db.insert(users, { id: bookkeeper[1], name: bookkeeper[0], role: 'bookkeeper' });
    for (const [name, id] of tagIds) db.insert(tags, { id, name });
  });
  return {
    today: options.today,
    random,
    users: new Map([...salespeople, ['王老板', options.ownerId]]),
    ownerId: options.ownerId,
    tiers: new Map(['A', 'B', 'C', 'D'].map((name, position) => [name, named(options.tierIds[position], name)])),
    tags: new Map(tagIds),
    ids: new Map(
      people.map((one) => [one, { customer: random.id(ms), contacts: one.contacts.map(() => random.id(ms)) }]),
    ),
    plans: new Map(),
  };
}

function named<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the sample names ${name}, which its book does not have`);
  return value;
}

/** Those whose first talk is recent were met after the import. */
const isNew = (customer: SampleCustomer): boolean => (customer.talks[0]?.daysAgo ?? 0) < 10;

function importAction(people: readonly SampleCustomer[], world: SampleWorld): Action {
  const imported = people.filter((customer) => !isNew(customer));
  const ms = instantToMs(sampleStart(world.today)) + 3_600_000;
  const write = (db: WriteDb) => {
    db.insert(importBatches, {
      id: world.random.id(ms),
      batchId: db.info.batchId,
      target: 'customers',
      fileName: '客户名单.xlsx',
      fileSha256: '0'.repeat(64),
      sheetName: '客户',
      mapping: {},
      rowsRead: imported.length,
      rowsCreated: imported.length,
      rowsUpdated: 0,
      rowsSkipped: 0,
      rowsInError: 0,
    });
    for (const customer of imported) writeCustomer(db, world, customer, 'import');
  };
  return { ms, userId: world.ownerId, source: 'import', write };
}

function actionsOf(customer: SampleCustomer, world: SampleWorld): readonly Action[] {
  const userId = userOf(customer, world);
  const actions: Action[] = customer.talks.map((talk, place) => ({
    ms: momentOf(talk, world),
    userId,
    source: 'edit',
    write: (db) => writeTalk(db, world, customer, place),
  }));
  const first = actions[0];
  if (isNew(customer) && first) {
    actions.push({ ...first, ms: first.ms - 240_000, write: (db) => writeCustomer(db, world, customer, 'create') });
  }
  const { promoted } = customer;
  if (promoted) {
    const ms = instantToMs(instantAt(workdayBefore(addDays(world.today, -promoted.daysAgo)), '17:20', seedTimeZone));
    actions.push({ ms, userId: world.ownerId, source: 'edit', write: (db) => promote(db, world, customer, promoted) });
  }
  return actions;
}

function userOf(customer: SampleCustomer, world: SampleWorld): Id {
  return customer.owner === null ? world.ownerId : named(world.users.get(customer.owner), customer.owner);
}

function writeCustomer(db: WriteDb, world: SampleWorld, customer: SampleCustomer, method: 'import' | 'create'): void {
  const ids = named(world.ids.get(customer), customer.name);
  const tier = customer.promoted?.from ?? customer.tier;
  const tierId = tier === null ? null : named(world.tiers.get(tier), tier);
  const { name, shortName, city, district, address, industry, source } = customer;
  db.insert(customers, {
    id: ids.customer,
    name,
    shortName,
    province: city === '上海市' ? '上海市' : city === '苏州市' ? '江苏省' : '浙江省',
    city,
    district,
    address: address === '' ? null : address,
    industry,
    source,
    sinceOn: customer.sinceOn === null ? null : parseCalendarDate(customer.sinceOn),
    tierId,
    ownerId: customer.owner === null ? null : userOf(customer, world),
    primaryContactId: ids.contacts[0] ?? null,
  });
  for (const [place, contact] of customer.contacts.entries()) {
    db.insert(contacts, { id: named(ids.contacts[place], contact.name), customerId: ids.customer, ...contact });
  }
  const ms = instantToMs(db.info.now);
  for (const anniversary of customer.anniversaries) {
    const place = customer.contacts.findIndex((contact) => contact.name === anniversary.of);
    const contactId = anniversary.of === null ? null : named(ids.contacts[place], anniversary.of);
    const { kind } = anniversary;
    const id = world.random.id(ms);
    db.insert(anniversaries, { id, customerId: ids.customer, contactId, kind, ...dateOf(anniversary, world.today) });
  }
  for (const tag of customer.tags) {
    db.insert(customerTags, {
      id: world.random.id(ms),
      customerId: ids.customer,
      tagId: named(world.tags.get(tag), tag),
    });
  }
  if (tierId === null) return;
  const effectiveOn = addDays(world.today, method === 'import' ? -importedDaysAgo : -(customer.talks[0]?.daysAgo ?? 0));
  db.insert(tierHistory, { id: world.random.id(ms), customerId: ids.customer, tierId, effectiveOn, method });
}

/** The day it comes back on, said in its calendar. */
function dateOf({ calendar, inDays, years }: SampleAnniversary, today: CalendarDate) {
  const day = addDays(today, inDays);
  if (calendar === 'lunar') {
    const { year, month, day: ofMonth, isLeapMonth } = lunarDateOf(day);
    return { calendar, year: year - years, month, day: ofMonth, isLeapMonth };
  }
  const { year, month, day: ofMonth } = partsOf(day);
  return { calendar, year: year - years, month, day: ofMonth };
}

function writeTalk(db: WriteDb, world: SampleWorld, customer: SampleCustomer, place: number): void {
  const talk = named(customer.talks[place], customer.name);
  const ids = named(world.ids.get(customer), customer.name);
  const { channel, text, outcome, intentLevel } = talk;
  const id = world.random.id(instantToMs(db.info.now));
  db.insert(followUps, {
    id,
    customerId: ids.customer,
    contactId: ids.contacts[0] ?? null,
    authorId: userOf(customer, world),
    happenedAt: instantFromMs(momentOf(talk, world)),
    channel,
    text,
    outcome,
    intentLevel,
  });
  const done = world.plans.get(talk);
  if (done) db.update(visitPlans, done, { status: 'done', doneById: id });
  const following = customer.talks[place + 1];
  const next = following ? (following.channel === 'visit' ? visitThatCame(following, world) : null) : customer.next;
  if (!next) return;
  const { plannedOn, time, purpose } = 'inDays' in next ? { ...next, plannedOn: dayAhead(next.inDays, world) } : next;
  const planId = world.random.id(instantToMs(db.info.now));
  if (following) world.plans.set(following, planId);
  db.insert(visitPlans, {
    id: planId,
    customerId: ids.customer,
    personId: customer.owner === null ? null : userOf(customer, world),
    plannedOn,
    plannedTime: time,
    lengthMinutes: time === null ? null : 60,
    purpose,
    madeById: id,
  });
}

/** A visit that was made was planned in the talk before it: so the calendar's past is not empty. */
function visitThatCame(talk: SampleTalk, world: SampleWorld) {
  return { plannedOn: dayOfInstant(instantFromMs(momentOf(talk, world)), seedTimeZone), time: null, purpose: null };
}

function dayAhead(inDays: number, { today }: SampleWorld): CalendarDate {
  const day = addDays(today, inDays);
  return inDays > 1 ? builtInWorkCalendar.onOrAfter(day) : day;
}

function promote(
  db: WriteDb,
  world: SampleWorld,
  customer: SampleCustomer,
  { daysAgo, reason }: NonNullable<SampleCustomer['promoted']>,
): void {
  const { customer: customerId } = named(world.ids.get(customer), customer.name);
  const tier = named(customer.tier ?? undefined, 'a tier');
  const tierId = named(world.tiers.get(tier), tier);
  const effectiveOn = workdayBefore(addDays(world.today, -daysAgo));
  db.update(customers, customerId, { tierId });
  db.insert(tierHistory, {
    id: world.random.id(instantToMs(db.info.now)),
    customerId,
    tierId,
    effectiveOn,
    method: 'hand',
    reason,
  });
}

/** In working hours, before today. The words of a talk tell its moment apart. */
function momentOf(talk: SampleTalk, { today }: SampleWorld): number {
  const random = new Random(talk.daysAgo, talk.text.length * 131 + (talk.text.codePointAt(0) ?? 0));
  const opening = instantToMs(instantAt(workdayBefore(addDays(today, -talk.daysAgo)), '08:40', seedTimeZone));
  return opening + random.between(0, 520) * 60_000;
}

function workdayBefore(day: CalendarDate): CalendarDate {
  return builtInWorkCalendar.isWorkday(day) ? day : builtInWorkCalendar.addWorkdays(day, -1);
}
