import { addDays, type CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Instant, instantAt, instantToMs } from '../../src-shared/core/instant.ts';
import { occurrencesOf } from '../../src-shared/visits/occurrences.ts';
import { builtInWorkCalendar } from '../../src-shared/workdays/create-work-calendar.ts';
import type { AppDb } from '../connection.ts';
import { type WriteDb, writeBatch } from '../journal.ts';
import { visitPlans, visitSeries } from '../schema/follow-ups.ts';
import { type CustomerLife, hasOpenPlan } from './customer-life.ts';
import { Random } from './random.ts';
import { aPurpose } from './talks.ts';
import type { SeedWorld } from './write-life.ts';

/** One customer in so many is visited in a fixed rhythm. */
const shareWithRepeats = 0.004;
const daysAhead = 60;

interface Repeats {
  readonly customers: number;
  readonly today: CalendarDate;
}

/** On the last evening somebody orders the visits that repeat, of customers with nothing planned. */
export function writeRepeats(
  book: AppDb,
  world: SeedWorld,
  lifeOf: (index: number) => CustomerLife,
  { customers, today }: Repeats,
): void {
  const now = instantAt(addDays(today, -1), '18:05', 'Asia/Shanghai');
  for (let index = 0; index < customers; index += 1) {
    const random = new Random(world.seed ^ 0x5e11e5, index);
    if (!random.chance(shareWithRepeats)) continue;
    const life = lifeOf(index);
    if (life.owner === null || hasOpenPlan(life.events) || life.events.some(({ kind }) => kind === 'bin')) continue;
    const personId = world.salespeople[life.owner] ?? null;
    writeBatch(book, { source: 'edit', userId: personId, now }, (db) =>
      writeSeries(db, { life, personId, today, now }, random),
    );
  }
}

interface Order {
  readonly life: CustomerLife;
  readonly personId: string | null;
  readonly today: CalendarDate;
  readonly now: Instant;
}

function writeSeries(db: WriteDb, { life, personId, today, now }: Order, random: Random): void {
  const every = random.pick([1, 2, 4]);
  const startsOn = builtInWorkCalendar.addWorkdays(today, random.between(1, 5));
  const untilOn = addDays(today, daysAhead);
  const seriesId = random.id(instantToMs(now));
  const fields = {
    customerId: life.id,
    personId,
    plannedTime: random.chance(0.5) ? random.pick(['09:00', '10:30', '14:00']) : null,
    lengthMinutes: 60,
    purpose: aPurpose(random),
  };
  const repeat = { every, unit: 'week', untilOn, onDayOff: 'next_workday' } as const;
  db.insert(visitSeries, { ...fields, ...repeat, id: seriesId, startsOn });
  for (const plannedOn of occurrencesOf(startsOn, repeat, builtInWorkCalendar) ?? []) {
    db.insert(visitPlans, { ...fields, id: random.id(instantToMs(now)), seriesId, plannedOn });
  }
}
