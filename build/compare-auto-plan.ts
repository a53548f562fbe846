import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { joinBook, type ReadDb } from '../db/open.ts';
import { bookedVisits, planCandidates } from '../db/queries/auto-plan-candidates.ts';
import { settingValue } from '../db/queries/book-settings.ts';
import { workCalendarOf } from '../db/queries/work-calendar.ts';
import { timeZoneSetting } from '../db/setting-names.ts';
import { type CalendarDate, daysBetween, parseCalendarDate } from '../src-shared/core/calendar-date.ts';
import { newId } from '../src-shared/core/id.ts';
import { dayOfInstant, instantFromMs } from '../src-shared/core/instant.ts';
import { type AutoPlanInput, autoPlan } from '../src-shared/visits/auto-plan.ts';
import { horizonEnd, planningDays } from '../src-shared/visits/auto-plan-window.ts';
import { districtKey } from '../src-shared/visits/plan-load.ts';
import { firstFit, gatheredShare, type Visit } from './first-fit.ts';

/*
 * `npm run compare:autoplan -- [BOOK] [--today YYYY-MM-DD]`: 自动排期 beside first fit by due day, over one book. Without
 * a book one is seeded for it and thrown away: 10,000 customers, 20 persons, 12 districts.
 */
const usage = 'npm run compare:autoplan -- [BOOK] [--today YYYY-MM-DD]';
/** The share of visits that lie near another must be so many times that of first fit. */
const mustBe = 1.5;
/** Lateness counts as equal up to this many times that of first fit: the two serve in different orders. */
const sameLateness = 1.01;
const limits = { horizonWorkdays: 10, maxPerDay: 6 };

process.exitCode = main();

/** 0: as good as it must be; 1: not; 2: asked for something that is not there. */
function main(): number {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { today: { type: 'string' } } });
  const today = values.today === undefined ? null : parseCalendarDate(values.today);
  const [book] = positionals;
  if ((values.today !== undefined && today === null) || (book !== undefined && !existsSync(book))) {
    console.error(usage);
    return 2;
  }
  if (book !== undefined) return compare(book, today);
  const folder = mkdtempSync(path.join(tmpdir(), 'keben-autoplan-'));
  try {
    const seeded = path.join(folder, 'seeded.keben');
    seed(seeded, values.today);
    return compare(seeded, today);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seed(file: string, today: string | undefined): void {
  const script = path.resolve(import.meta.dirname, '../db/seed/seed.ts');
  const wish = [script, '10000', file, '--persons', '20', '--districts', '12', ...(today ? ['--today', today] : [])];
  const { status } = spawnSync(process.execPath, wish, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`seeding ended with ${status}`);
}

function compare(book: string, wished: CalendarDate | null): number {
  const joined = joinBook(book, { deviceId: newId(), readOnly: true });
  if (!joined.ok) {
    console.error(`${book}: ${joined.error.reason}`);
    return 2;
  }
  const input = readInput(joined.value, wished);
  joined.value.close();
  console.log(aboutInput(input));
  const ours = outcomeOf('自动排期', input, autoPlan(input).visits);
  const peer = outcomeOf('first fit by due day', input, firstFit(input, 'due'));
  const sameOrder = outcomeOf('first fit in our order of service', input, firstFit(input, 'service'));
  console.log(tableOf([ours, peer, sameOrder]));
  const ratio = ours.share / peer.share;
  const isEnough = ratio >= mustBe && ours.late <= peer.late * sameLateness;
  const [gathered, lateness] = [ratio.toFixed(2), `${ours.late} late against ${peer.late}`];
  console.log(
    `\n${gathered} times first fit by due day, must be ${mustBe}; ${lateness}: ${isEnough ? 'kept' : 'SHORT'}`,
  );
  return isEnough ? 0 : 1;
}

function readInput(db: ReadDb, wished: CalendarDate | null): AutoPlanInput {
  const zone = settingValue(db, timeZoneSetting);
  if (typeof zone !== 'string') throw new Error('the book has no time zone');
  const today = wished ?? dayOfInstant(instantFromMs(Date.now()), zone);
  const calendar = workCalendarOf(db);
  const to = horizonEnd(planningDays(calendar, today, limits.horizonWorkdays));
  const [candidates, booked] = [planCandidates(db, to, null), bookedVisits(db, { today, to }, null)];
  return { today, calendar, ...limits, candidates, booked };
}

function aboutInput({ today, calendar, candidates, booked, maxPerDay, horizonWorkdays }: AutoPlanInput): string {
  const owned = candidates.filter(({ ownerId }) => ownerId !== null);
  const persons = new Set(owned.flatMap(({ ownerId }) => ownerId ?? []));
  const districts = new Set(owned.map(({ city, district }) => districtKey(city, district))).size;
  const overdue = owned.filter(({ dueOn }) => dueOn < today).length;
  const days = planningDays(calendar, today, horizonWorkdays);
  const takenOn = Map.groupBy(booked, ({ personId, on }) => `${personId} ${on}`);
  const freeOn = (person: string, on: CalendarDate) =>
    (takenOn.get(`${person} ${on}`) ?? []).reduce((free, { visits }) => Math.max(0, free - visits), maxPerDay);
  const room = [...persons].reduce((sum, person) => days.reduce((free, on) => free + freeOn(person, on), sum), 0);
  return [
    `${owned.length} customers due with an owner (${overdue} of them overdue), ${candidates.length - owned.length} without`,
    `${persons.size} persons, ${districts} districts; ${days.length} workdays ${days[0]} to ${days.at(-1)}, at most ${maxPerDay} a day: room for ${room} more visits\n`,
  ].join('\n');
}

interface Outcome {
  readonly name: string;
  readonly planned: number;
  readonly late: number;
  /** Of those planned, from the due day to the visit. */
  readonly meanDelayDays: number;
  readonly share: number;
}

function outcomeOf(name: string, input: AutoPlanInput, visits: readonly Visit[]): Outcome {
  const delay = visits.reduce((sum, { dueOn, on }) => sum + Math.max(0, daysBetween(dueOn, on)), 0);
  return {
    name,
    planned: visits.length,
    late: visits.filter(({ isLate }) => isLate).length,
    meanDelayDays: delay / visits.length,
    share: gatheredShare(visits, input),
  };
}

function tableOf(outcomes: readonly Outcome[]): string {
  const line = (cells: readonly string[]) => cells.map((cell, n) => (n === 0 ? cell : cell.padStart(14))).join('');
  // Each Chinese character takes two columns.
  const padded = (name: string) => name + ' '.repeat(36 - name.length - (name.match(/[\u4e00-\u9fff]/g) ?? []).length);
  return [
    line([padded(''), 'planned', 'late', 'mean delay', 'near another']),
    ...outcomes.map(({ name, planned, late, meanDelayDays, share }) =>
      line([
        padded(name),
        String(planned),
        String(late),
        `${meanDelayDays.toFixed(1)} days`,
        `${(share * 100).toFixed(1)}%`,
      ]),
    ),
  ].join('\n');
}
