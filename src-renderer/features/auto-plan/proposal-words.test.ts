import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { AutoPlanProposal } from '../../../src-shared/visits/auto-plan-proposal.ts';
import en from '../../text/en.json' with { type: 'json' };
import zhCN from '../../text/zh-CN.json' with { type: 'json' };
import type { ProposedEntry } from './proposal-store.ts';
import { fullDaysByPerson, holidayRuns, proposalWords } from './proposal-words.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const proposal: AutoPlanProposal = {
  from: day('2026-09-17'),
  to: day('2026-09-30'),
  maxPerDay: 6,
  visits: [],
  unplanned: [],
  unplannedCount: 0,
  withoutOwnerCount: 0,
  fullDays: [],
  daysOff: ['25', '26', '27'].map((on) => ({ on: day(`2026-09-${on}`), name: '中秋节' })),
  makeupWorkdays: [day('2026-09-20')],
  knownUntilYear: 2026,
};
const entry = (on: string, isLate = false): ProposedEntry => ({
  visit: {
    customerId: '甲',
    name: '甲',
    tierId: null,
    city: null,
    district: null,
    personId: '李娜',
    on: day(on),
    dueOn: day(on),
    isLate,
  },
  isTicked: true,
});

const translator = async (lng: 'zh-CN' | 'en') => {
  const made = i18next.createInstance();
  await made.init({
    lng,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  return made.t;
};
let words: Parameters<typeof proposalWords>[0];
beforeAll(async () => {
  words = { t: await translator('zh-CN'), today: day('2026-09-17'), timeZone: 'Asia/Shanghai' };
});

describe('proposalWords', () => {
  it('says the span, the limits, the holiday avoided and the worked Sunday that is used', async () => {
    const said = [entry('2026-09-20')];
    expect(proposalWords(words, proposal, said)).toBe(
      '09-17 至 09-30，每人每天最多 6 家，同区同日；避开中秋节 09-25 至 09-27；用上 09-20 补班',
    );
    expect(proposalWords({ ...words, t: await translator('en') }, proposal, said)).toBe(
      '09-17 to 09-30, at most 6 a day each, one district together; avoids Mid-Autumn 09-25 to 09-27; uses the working weekend day 09-20',
    );
  });

  it('leaves out the worked Sunday that nobody is sent on, and a holiday that there is none of', () => {
    expect(proposalWords(words, { ...proposal, daysOff: [] }, [entry('2026-09-21')])).toBe(
      '09-17 至 09-30，每人每天最多 6 家，同区同日',
    );
  });

  it('says who comes late, who found no day, and where holidays end to be known', () => {
    const long = { ...proposal, to: day('2027-01-08'), daysOff: [], unplannedCount: 1204 };
    expect(proposalWords(words, long, [entry('2026-09-21', true)])).toBe(
      '09-17 至 2027-01-08，每人每天最多 6 家，同区同日；2026 年以后的节假日还不知道，只避开周末；1 家晚于应访期；1,204 家排不进',
    );
  });
});

describe('holidayRuns', () => {
  it('takes days that follow each other under one name together, and no others', () => {
    const off = (on: string, name: string) => ({ on: day(on), name });
    expect(
      holidayRuns([
        off('2026-09-25', '中秋节'),
        off('2026-09-27', '中秋节'),
        off('2026-09-28', '国庆节'),
        off('2026-09-29', '国庆节'),
      ]),
    ).toEqual([
      { name: '中秋节', from: '2026-09-25', to: '2026-09-25' },
      { name: '中秋节', from: '2026-09-27', to: '2026-09-27' },
      { name: '国庆节', from: '2026-09-28', to: '2026-09-29' },
    ]);
  });
});

describe('fullDaysByPerson', () => {
  it('gathers the days of each', () => {
    const on = [day('2026-09-17'), day('2026-09-18')] as const;
    expect(
      fullDaysByPerson([
        { personId: 'a', on: on[0] },
        { personId: 'b', on: on[0] },
        { personId: 'a', on: on[1] },
      ]),
    ).toEqual([
      { personId: 'a', days: on },
      { personId: 'b', days: [on[0]] },
    ]);
  });
});
