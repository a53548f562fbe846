import { addDays, type CalendarDate, dayNumber } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { type Instant, instantAt, instantFromMs, instantToMs } from '../../src-shared/core/instant.ts';
import { firstContactSlotsOf } from '../../src-shared/visits/due-day.ts';
import type { AppDb } from '../connection.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { users } from '../schema/book.ts';
import { tags } from '../schema/customers.ts';
import { importBatches } from '../schema/import-batches.ts';
import { bringWarningsToDay } from '../search/bring-warnings-to-day.ts';
import { type CustomerLife, customerLife, type LifeEvent, seededDays } from './customer-life.ts';
import { aPersonName } from './people.ts';
import { Random } from './random.ts';
import { type SeedWorld, writeBirth, writeEvent } from './write-life.ts';
import { writeRepeats } from './write-repeats.ts';

export interface SeedOptions {
  readonly customers: number;
  readonly seed: number;
  readonly today: CalendarDate;
  readonly ownerId: Id;
  readonly tierIds: readonly Id[];
  /** Who has customers, the owner of the firm among them. Absent: usualPersons. */
  readonly persons?: number;
  /** How many districts customers live in, the nearest; null or absent: the whole region. */
  readonly districts?: number | null;
  readonly onProgress?: (done: number, total: number) => void;
}

export const seedTimeZone = 'Asia/Shanghai';

/** The moment a seeded book begins, for createBook. */
export function seedStart(today: CalendarDate): Instant {
  return instantAt(addDays(today, -seededDays), '08:00', seedTimeZone);
}

/** A day with no more to write than this is written action by action, as a firm of some thousand customers works. */
const busyDay = 20;
/** The newest days are always written so: whoever looks at the history sees single actions first. */
const newestDays = 3;
const newestActions = 400;

/**
 * Fills a new book through its journal: one first import, then two years, day by day.
 * The same seed and day give the same customers, contacts, follow-ups and plans.
 */
export function seedBook(book: AppDb, options: SeedOptions): void {
  const world = writeWorld(book, options);
  const lifeOf = rememberedLives(options, world);
  const seeding: Seeding = { book, options, world, lifeOf };
  const days = scheduleOf(options, lifeOf);
  const total = days.reduce((sum, day) => sum + day.births.length + day.events.length, 0);
  let done = 0;
  let waiting: SeedDay = { births: [], events: [] };
  for (const [number, day] of days.entries()) {
    const isNew = days.length - number <= newestDays;
    const isSingle = day.births.length + day.events.length <= (isNew ? newestActions : busyDay);
    if (!isSingle) {
      for (const index of day.births) waiting.births.push(index);
      for (const event of day.events) waiting.events.push(event);
    }
    // Busy weeks are two batches each: a list that was imported, and what was noted; every commit writes its pages anew.
    if (isSingle || isNew || number % 7 === 0) {
      writeImport(seeding, waiting.births);
      writeTogether(seeding, waiting.events);
      waiting = { births: [], events: [] };
    }
    if (isSingle) writeSingly(seeding, day);
    done += day.births.length + day.events.length;
    options.onProgress?.(done, total);
  }
  writeRepeats(book, world, lifeOf, options);
  bringWarningsToDay(book, options.today);
}

/** Lives are asked for at birth and at each event; beyond this many they are worked out anew rather than kept. */
const livesKept = 200_000;

function rememberedLives(options: SeedOptions, world: SeedWorld): (index: number) => CustomerLife {
  const lifeOf = (index: number) => customerLife(options.seed, index, options.today, world.salespeople.length);
  if (options.customers > livesKept) return lifeOf;
  const lives = Array.from({ length: options.customers }, (_, index) => lifeOf(index));
  return (index) => lives[index] ?? lifeOf(index);
}

interface Seeding {
  readonly book: AppDb;
  readonly options: SeedOptions;
  readonly world: SeedWorld;
  readonly lifeOf: (index: number) => CustomerLife;
}

/** Numbers instead of objects: a book of a million customers has four million events. */
interface SeedDay {
  readonly births: number[];
  /** customer × 64 + place among its events */
  readonly events: number[];
}
const eventsPerLife = 64;

function scheduleOf(options: SeedOptions, lifeOf: Seeding['lifeOf']): readonly SeedDay[] {
  const first = dayNumber(options.today) - seededDays;
  const days = Array.from({ length: seededDays + 1 }, (): SeedDay => ({ births: [], events: [] }));
  const dayOf = (ms: number) => {
    const day = days[Math.floor(ms / 86_400_000) - first];
    if (!day) throw new RangeError(`${instantFromMs(ms)} is outside the seeded days`);
    return day;
  };
  for (let index = 0; index < options.customers; index += 1) {
    const life = lifeOf(index);
    dayOf(life.bornMs).births.push(index);
    for (const [place, event] of life.events.slice(0, eventsPerLife).entries()) {
      dayOf(event.ms).events.push(index * eventsPerLife + place);
    }
  }
  return days;
}

interface Scheduled {
  readonly life: CustomerLife;
  readonly event: LifeEvent;
}

function eventOf(seeding: Seeding, packed: number): Scheduled {
  const life = seeding.lifeOf(Math.floor(packed / eventsPerLife));
  const event = life.events[packed % eventsPerLife];
  if (!event) throw new Error('the schedule names an event that its life does not have');
  return { life, event };
}

function inOrder(seeding: Seeding, packed: readonly number[]): readonly Scheduled[] {
  return packed.map((one) => eventOf(seeding, one)).sort((a, b) => a.event.ms - b.event.ms);
}

function writeSingly(seeding: Seeding, day: SeedDay): void {
  const { book, world } = seeding;
  const actions = [
    ...day.births.map(seeding.lifeOf).map((life) => ({
      ms: life.bornMs,
      life,
      write: (db: WriteDb) => writeBirth(db, world, life),
    })),
    ...inOrder(seeding, day.events).map(({ life, event }) => ({
      ms: event.ms,
      life,
      write: (db: WriteDb) => writeEvent(db, world, life, event),
    })),
  ];
  for (const { ms, life, write } of actions.sort((a, b) => a.ms - b.ms)) {
    const userId = world.salespeople[life.owner ?? 0] ?? null;
    writeBatch(book, { source: 'edit', userId, now: instantFromMs(ms) }, write);
  }
}

function writeTogether(seeding: Seeding, packed: readonly number[]): void {
  const events = inOrder(seeding, packed);
  const last = events.at(-1);
  if (!last) return;
  const { book, world, options } = seeding;
  writeBatch(book, { source: 'bulk', userId: options.ownerId, now: instantFromMs(last.event.ms) }, (db) => {
    for (const { life, event } of events) writeEvent(db, world, life, event);
  });
}

function writeImport({ book, world, options, lifeOf }: Seeding, births: readonly number[]): void {
  const newest = births.reduce((ms, index) => Math.max(ms, lifeOf(index).bornMs), 0);
  if (newest === 0) return;
  writeBatch(book, { source: 'import', userId: options.ownerId, now: instantFromMs(newest) }, (db) => {
    insertImportBatch(db, births);
    const slots = firstContactSlotsOf(births.map((index) => lifeOf(index).id));
    for (const index of births) {
      const life = lifeOf(index);
      writeBirth(db, world, life, slots.get(life.id));
    }
  });
}

function insertImportBatch(db: WriteDb, births: readonly number[]): void {
  const random = new Random(births.length, births[0] ?? 0);
  db.insert(importBatches, {
    id: random.id(instantToMs(db.info.now)),
    batchId: db.info.batchId,
    target: 'customers',
    fileName: `客户名单_${db.info.now.slice(0, 10)}.xlsx`,
    fileSha256: Array.from({ length: 8 }, () => random.uint32().toString(16).padStart(8, '0')).join(''),
    sheetName: 'Sheet1',
    mapping: {},
    rowsRead: births.length,
    rowsCreated: births.length,
    rowsUpdated: 0,
    rowsSkipped: 0,
    rowsInError: 0,
  });
}

const salespeople = ['李娜', '王强', '赵敏', '陈晨'];
export const usualPersons = salespeople.length + 1;
export const largestFirm = 200;

/** So many names, each another. */
function namesOf(count: number, random: Random): readonly string[] {
  const names = new Set(salespeople.slice(0, count));
  while (names.size < count) names.add(aPersonName(random));
  return [...names];
}

const tagNames = [
  '老客户',
  '月结',
  '要发票',
  '工程客户',
  '零售',
  '同行调货',
  '重点跟进',
  '价格敏感',
  '欠款注意',
  '推荐有奖',
  '学校',
  '外地发货',
];

function writeWorld(book: AppDb, options: SeedOptions): SeedWorld {
  const { seed, today, ownerId, tierIds, persons = usualPersons, districts = null } = options;
  const random = new Random(seed, -1);
  const now = seedStart(today);
  return writeBatch(book, { source: 'system', userId: ownerId, now }, (db): SeedWorld => {
    const added = (name: string, role: 'salesperson' | 'bookkeeper') => {
      const id = random.id(instantToMs(now));
      db.insert(users, { id, name, role });
      return id;
    };
    const people = namesOf(persons - 1, new Random(seed, -2)).map((name) => added(name, 'salesperson'));
    added('周会计', 'bookkeeper');
    const tagIds = tagNames.map((name) => {
      const id = random.id(instantToMs(now));
      db.insert(tags, { id, name });
      return id;
    });
    return { seed, salespeople: [...people, ownerId], tiers: tierIds, tags: tagIds, districts };
  }).value;
}
