import fc from 'fast-check';
import { describe, it } from 'vitest';
import { addDays, type CalendarDate, daysBetween, fromDayNumber } from '../core/calendar-date.ts';
import { builtInWorkCalendar as calendar } from '../workdays/create-work-calendar.ts';
import { type AutoPlanInput, autoPlan, type BookedVisits, inOrderOfService, type PlanCandidate } from './auto-plan.ts';
import { aCandidate, aPlanInput } from './testing/plan-builders.ts';

/** 2025-01-01 to 2027-06-30: seven-day holidays, worked weekends, and past the end of what is known. */
const anyToday = fc.integer({ min: 20_089, max: 20_999 }).map(fromDayNumber);
const anyPerson = fc.constantFrom('李娜', '王强', '赵敏');
const anyPlace = fc.constantFrom(
  { city: '杭州市', district: '上城区' },
  { city: '杭州市', district: '余杭区' },
  { city: '南京市', district: '鼓楼区' },
  { city: '福州市', district: '鼓楼区' },
  { city: '杭州市', district: null },
  { city: null, district: null },
);
const anyCadence = fc.constantFrom(1, 7, 14, 30, 90, 3650);

const anyCandidate = fc.record({
  due: fc.oneof(fc.integer({ min: -12, max: 40 }), fc.integer({ min: -800, max: 40 })),
  ownerId: fc.option(anyPerson, { freq: 9 }),
  tierPosition: fc.option(fc.integer({ min: 0, max: 2 })),
  nameKey: fc.constantFrom('a', 'b', 'c'),
  cadenceDays: anyCadence,
  place: anyPlace,
});
const anyBooked = fc.record({
  personId: anyPerson,
  day: fc.integer({ min: -2, max: 30 }),
  place: anyPlace,
  visits: fc.integer({ min: 1, max: 4 }),
});

const anyInput: fc.Arbitrary<AutoPlanInput> = fc
  .record({
    today: anyToday,
    horizonWorkdays: fc.integer({ min: 1, max: 15 }),
    maxPerDay: fc.integer({ min: 1, max: 6 }),
    wishes: fc.array(anyCandidate, { maxLength: 120, size: 'max' }),
    bookings: fc.array(anyBooked, { maxLength: 12 }),
  })
  .map(({ today, wishes, bookings, ...limits }) => {
    const candidates = wishes.map(
      ({ due, place, ...rest }, n): PlanCandidate => aCandidate(`${n}`, addDays(today, due), { ...rest, ...place }),
    );
    const booked = bookings.map(
      ({ day, place, personId, visits }): BookedVisits => ({ personId, on: addDays(today, day), visits, ...place }),
    );
    return aPlanInput(today, { ...limits, candidates, booked });
  });

const law = (holds: (input: AutoPlanInput) => boolean | undefined) => () => {
  fc.assert(fc.property(anyInput, holds), { numRuns: 300 });
};

/** Said in other words than the rule's own: the days from today on, off or not, that are worked, up to the horizon. */
function workdaysOf({ today, horizonWorkdays }: AutoPlanInput): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let on = today, after = 0; after < horizonWorkdays; on = addDays(on, 1)) {
    if (!calendar.isWorkday(on)) continue;
    days.push(on);
    if (on > today) after += 1;
  }
  return days;
}

/** Everything on each person's days: booked, and of the proposal what was there before a customer's turn. */
class Diary {
  readonly #entries: { personId: string; on: CalendarDate; city: string | null; district: string | null }[];
  readonly #max: number;
  constructor({ booked, maxPerDay }: AutoPlanInput) {
    this.#entries = booked.flatMap(({ visits, ...entry }) => Array.from({ length: visits }, () => entry));
    this.#max = maxPerDay;
  }
  add(entry: { personId: string; on: CalendarDate; city: string | null; district: string | null }): void {
    this.#entries.push(entry);
  }
  visits(personId: string, on: CalendarDate): number {
    return this.#entries.filter((entry) => entry.personId === personId && entry.on === on).length;
  }
  near({ ownerId, city, district }: PlanCandidate, on: CalendarDate): number {
    if (district === null) return 0;
    return this.#entries.filter(
      (entry) => entry.personId === ownerId && entry.on === on && entry.city === city && entry.district === district,
    ).length;
  }
  hasRoom(personId: string, on: CalendarDate): boolean {
    return this.visits(personId, on) < this.#max;
  }
}

/** Replays a proposal customer by customer in the order of service, with what the diary held at the turn of each. */
function everyTurn(
  input: AutoPlanInput,
  holds: (turn: {
    candidate: PlanCandidate;
    personId: string;
    on: CalendarDate | null;
    isLate: boolean;
    /** With room, within what §6 calls the window; none when it has passed. */
    inWindow: readonly CalendarDate[];
    /** Workdays with room, from today to the horizon. */
    withRoom: readonly CalendarDate[];
    windowEnd: CalendarDate;
    diary: Diary;
  }) => boolean,
): boolean {
  const { visits } = autoPlan(input);
  const days = workdaysOf(input);
  const last = days.at(-1) ?? input.today;
  const diary = new Diary(input);
  const proposed = new Map(visits.map((visit) => [visit.customerId, visit]));
  for (const candidate of inOrderOfService(input.today, input.candidates)) {
    const { ownerId, dueOn, cadenceDays, customerId } = candidate;
    if (ownerId === null || dueOn > last) continue;
    const side = Math.max(2, Math.floor(cadenceDays / 4));
    const due = calendar.onOrAfter(dueOn);
    const windowEnd = calendar.addWorkdays(due, side);
    const withRoom = days.filter((on) => diary.hasRoom(ownerId, on));
    const inWindow = withRoom.filter((on) => on >= calendar.addWorkdays(due, -side) && on <= windowEnd);
    const visit = proposed.get(customerId);
    const turn = { candidate, personId: ownerId, inWindow, withRoom, windowEnd, diary };
    if (!holds({ ...turn, on: visit?.on ?? null, isLate: visit?.isLate ?? false })) return false;
    if (visit) diary.add(visit);
  }
  return true;
}

describe('autoPlan, whatever the book', () => {
  it('plans nothing on a day off, before today or past the horizon', () =>
    law((input) => {
      const days = new Set(workdaysOf(input));
      return autoPlan(input).visits.every(({ on }) => days.has(on) && calendar.isWorkday(on) && on >= input.today);
    })());

  it('sends nobody to more customers a day than the limit, what is planned already counted', () =>
    law((input) => {
      const diary = new Diary(input);
      return autoPlan(input).visits.every((visit) => {
        diary.add(visit);
        return diary.visits(visit.personId, visit.on) <= input.maxPerDay;
      });
    })());

  it('has each customer due by the horizon once, as a visit of its owner’s or as unplanned, and no other', () =>
    law((input) => {
      const { visits, unplanned } = autoPlan(input);
      const last = workdaysOf(input).at(-1) ?? input.today;
      const due = input.candidates.filter(({ dueOn }) => dueOn <= last);
      const owners = new Map(due.map(({ customerId, ownerId }) => [customerId, ownerId]));
      const named = [...visits, ...unplanned].map(({ customerId }) => customerId);
      return (
        named.length === due.length &&
        new Set(named).size === named.length &&
        visits.every(({ customerId, personId }) => owners.get(customerId) === personId) &&
        unplanned.every(({ customerId, reason }) => (reason === 'no_owner') === (owners.get(customerId) === null)) &&
        named.every((customerId) => owners.has(customerId))
      );
    })());

  it('is the same for the same input in any order', () => {
    const shuffled = anyInput.chain((input) =>
      fc
        .tuple(
          fc.shuffledSubarray([...input.candidates], { minLength: input.candidates.length }),
          fc.shuffledSubarray([...input.booked], { minLength: input.booked.length }),
        )
        .map(([candidates, booked]) => [input, { ...input, candidates, booked }] as const),
    );
    fc.assert(
      fc.property(shuffled, ([input, other]) => {
        const [one, two] = [autoPlan(input), autoPlan(other)];
        return JSON.stringify(one) === JSON.stringify(two);
      }),
      { numRuns: 300 },
    );
  });

  it('serves nobody before one whose delay is greater beside the cadence', () =>
    law(({ today, candidates }) => {
      const served = inOrderOfService(today, candidates);
      return served.every((candidate, n) => {
        const next = served[n + 1];
        if (!next) return true;
        const [late, lateNext] = [candidate, next].map(({ dueOn }) => BigInt(daysBetween(dueOn, today)));
        return (late ?? 0n) * BigInt(next.cadenceDays) >= (lateNext ?? 0n) * BigInt(candidate.cadenceDays);
      });
    })());

  it('is late for nobody for whom a day of the window had room at the turn, and says so of all it is late for', () =>
    law((input) =>
      everyTurn(input, ({ on, isLate, inWindow, windowEnd }) =>
        inWindow.length > 0
          ? on !== null && inWindow.includes(on) && !isLate
          : on === null || isLate === on > windowEnd,
      ),
    )());

  it('leaves unplanned only whom no day from the window on had room for', () =>
    law((input) =>
      everyTurn(input, ({ on, inWindow, withRoom, windowEnd }) =>
        on === null ? inWindow.length === 0 && withRoom.every((day) => day <= windowEnd) : true,
      ),
    )());

  it('takes, of the days of the window, none that is farther from other visits, fuller, or as full and later', () =>
    law((input) =>
      everyTurn(input, ({ candidate, personId, on, inWindow, diary }) => {
        if (on === null || inWindow.length === 0) return true;
        return inWindow.every((day) => {
          const closer = diary.near(candidate, on) - diary.near(candidate, day);
          const fuller = diary.visits(personId, on) - diary.visits(personId, day);
          return closer > 0 || (closer === 0 && (fuller < 0 || (fuller === 0 && on <= day)));
        });
      }),
    )());

  it('sees within a window’s length from today whoever’s window has passed, while those days have room', () =>
    law((input) =>
      everyTurn(input, ({ candidate, on, isLate, withRoom, windowEnd }) => {
        const [first] = workdaysOf(input);
        if (first === undefined || windowEnd >= first) return true;
        const side = Math.max(2, Math.floor(candidate.cadenceDays / 4));
        const anew = withRoom.filter((day) => day <= calendar.addWorkdays(first, side));
        const expected = anew.length > 0 ? anew : withRoom.slice(0, 1);
        return on === null ? expected.length === 0 : expected.includes(on) && isLate;
      }),
    )());
});
