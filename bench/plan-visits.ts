import { writeBatch } from '../db/journal.ts';
import { bookedVisits, planCandidates } from '../db/queries/auto-plan-candidates.ts';
import { workCalendarOf } from '../db/queries/work-calendar.ts';
import { users } from '../db/schema/book.ts';
import { contacts, customers } from '../db/schema/customers.ts';
import { followUps } from '../db/schema/follow-ups.ts';
import { Random } from '../db/seed/random.ts';
import { openTestApp, type TestApp } from '../src-main/ipc/testing/open-test-app.ts';
import { addDays, type CalendarDate } from '../src-shared/core/calendar-date.ts';
import { newId } from '../src-shared/core/id.ts';
import { instantAt } from '../src-shared/core/instant.ts';
import { type AutoPlan, autoPlan, type PlanCandidate } from '../src-shared/visits/auto-plan.ts';
import { horizonEnd, planningDays } from '../src-shared/visits/auto-plan-window.ts';
import { benchTimeZone, benchToday, customerRows } from './big-book.ts';
import { builtProcesses } from './built-app.ts';
import { type Benchmark, check, interleaved, median, timed, told } from './measure.ts';

const people = 20;
const districts = 12;
const limits = { horizonWorkdays: 10, maxPerDay: 6 };

/** What a list of the same customers costs: read by one statement that puts them in the order of service itself. */
const listSql = `
  SELECT l.customer_id, c.name, l.name_key, l.tier_id, l.tier_position, u.id, c.city, c.district, l.due_on, l.cadence_days
  FROM customer_list l JOIN customers c ON c.id = l.customer_id LEFT JOIN users u ON u.id = l.owner_id
  WHERE l.is_live = 1 AND l.next_visit_on IS NULL AND l.due_on <= ?
  ORDER BY (julianday(?) - julianday(l.due_on)) / l.cadence_days DESC, l.tier_position, l.name_key, l.customer_id`;

/** 自动排期 of a firm of 20 in 12 districts; beside it the same as the window asks for it, in a thread of its own. */
export const planVisits: Benchmark = {
  name: 'V1',
  what: 'visits proposed for 10,000 customers of 20 persons: read, served in order, planned',
  run: async ({ rounds, rows }) => {
    const app = openTestApp({ inFile: true, beside: await builtProcesses() });
    try {
      const count = rows ?? 10_000;
      fill(app, count);
      const { book } = app;
      const calendar = workCalendarOf(book);
      const to = horizonEnd(planningDays(calendar, benchToday, limits.horizonWorkdays));
      const plan = (): readonly [AutoPlan, readonly PlanCandidate[]] => {
        const candidates = planCandidates(book, to, null);
        const booked = bookedVisits(book, { today: benchToday, to }, null);
        return [autoPlan({ today: benchToday, calendar, ...limits, candidates, booked }), candidates];
      };
      verify(...plan(), count);
      const list = book.sqlite.prepare(listSql);
      const planned: number[] = [];
      const whole: number[] = [];
      const ours = async () => {
        whole.push(await timed(() => app.done('visits', 'propose', {})));
        const [, candidates] = plan();
        planned.push(await timed(() => autoPlan({ today: benchToday, calendar, ...limits, candidates, booked: [] })));
        return timed(plan);
      };
      const times = await interleaved(rounds, ours, () => timed(() => list.all(to, benchToday)));
      return {
        name: 'V1',
        what: planVisits.what,
        comparison: { peer: 'one SELECT of the same rows in the order of service', ...times, must: 4, goal: 2 },
        figures: [
          { label: 'as the window asks, thread and all', value: median(whole), unit: 'ms', must: 1000, goal: 500 },
          told('of that the rule alone', median(planned), 'ms'),
        ],
      };
    } finally {
      app.close();
    }
  },
};

/** Each last seen between today and four months ago; nothing planned. */
function fill({ book, ownerId, tierIds, now }: TestApp, count: number): void {
  const random = new Random(7);
  const tiers = [...Object.values(tierIds), null];
  const firm = Array.from({ length: people }, () => newId());
  writeBatch(book, { source: 'system', userId: ownerId, now }, (db) => {
    for (const [n, id] of firm.entries()) db.insert(users, { id, name: `业务员${n + 1}`, role: 'salesperson' });
  });
  writeBatch(book, { source: 'import', userId: ownerId, now }, (db) => {
    for (const { customer, contacts: their } of customerRows(0, count)) {
      const place = { city: '杭州市', district: `第${random.between(1, districts)}区` };
      db.insert(customers, { ...customer, ...place, tierId: random.pick(tiers), ownerId: random.pick(firm) });
      for (const contact of their) db.insert(contacts, contact);
      const happenedAt = instantAt(addDays(benchToday, -random.between(0, 120)), '10:00', benchTimeZone);
      const talk = { authorId: ownerId, happenedAt, channel: 'visit', text: '送样' } as const;
      db.insert(followUps, { id: newId(), customerId: customer.id, ...talk });
    }
  });
}

/** As full as can be, nobody twice, nobody forgotten: a plan that is quick because it is short would win for nothing. */
function verify({ visits, unplanned }: AutoPlan, candidates: readonly PlanCandidate[], count: number): void {
  const named = new Set([...visits, ...unplanned].map(({ customerId }) => customerId));
  check(candidates.length > count / 2, `${candidates.length} of ${count} are due`);
  check(
    named.size === candidates.length && visits.length + unplanned.length === candidates.length,
    'each customer due is either planned or listed, once',
  );
  const perDay = new Map<string, number>();
  const key = (personId: string, on: CalendarDate) => `${personId} ${on}`;
  for (const { personId, on } of visits) perDay.set(key(personId, on), (perDay.get(key(personId, on)) ?? 0) + 1);
  check(Math.max(...perDay.values()) <= limits.maxPerDay, 'somebody has more visits a day than the limit');
  const room = people * (limits.horizonWorkdays + 1) * limits.maxPerDay;
  check(visits.length === Math.min(room, candidates.length), `${visits.length} planned where ${room} have room`);
}
