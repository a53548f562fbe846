import { describe, expect, it } from 'vitest';
import { autoPlan, inOrderOfService, type PlanCandidate } from './auto-plan.ts';
import { aCandidate, aPlanInput, day } from './testing/plan-builders.ts';

/** Workdays from here: 12, 13, 14 (a worked Saturday), 24 to 28 February, 2 to 4 March. */
const beforeSpringFestival = '2026-02-12';
const plannedOn = (today: string, candidates: readonly PlanCandidate[], rest = {}) =>
  autoPlan(aPlanInput(today, { candidates, ...rest })).visits.map(({ customerId, on }) => [customerId, on]);
const full = (on: string, visits = 6) => ({ personId: '李娜', on: day(on), city: null, district: null, visits });

describe('autoPlan over 春节 2026', () => {
  it('sees one due on New Year’s Day within two workdays of the first day worked after it', () => {
    const customer = aCandidate('金源装饰城', '2026-02-17');
    expect(plannedOn(beforeSpringFestival, [customer])).toEqual([['金源装饰城', '2026-02-13']]);
    const booked = [full('2026-02-13'), full('2026-02-14'), full('2026-02-24')];
    expect(plannedOn(beforeSpringFestival, [customer], { booked })).toEqual([['金源装饰城', '2026-02-25']]);
  });

  it('uses the worked Saturday and none of the nine days off', () => {
    const customers = Array.from({ length: 40 }, (_, n) => aCandidate(`客户${n + 10}`, '2026-02-18'));
    const days = plannedOn(beforeSpringFestival, customers).map(([, on]) => on);
    expect([...new Set(days)].sort()).toEqual([
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      // The window is full; the rest is late.
      '2026-02-27',
      '2026-02-28',
    ]);
  });

  it('plans nothing due after the tenth workday', () => {
    const customers = [aCandidate('当天', '2026-03-04'), aCandidate('次日', '2026-03-05')];
    expect(plannedOn(beforeSpringFestival, customers)).toEqual([['当天', '2026-03-02']]);
  });
});

describe('autoPlan', () => {
  const today = '2026-03-09';

  it('goes where the person already is in that district, rather than to an emptier or an earlier day', () => {
    const booked = [
      { personId: '李娜', on: day('2026-03-11'), city: '杭州市', district: '余杭区', visits: 2 },
      { personId: '李娜', on: day('2026-03-10'), city: '杭州市', district: '上城区', visits: 3 },
      { personId: '王强', on: day('2026-03-09'), city: '杭州市', district: '余杭区', visits: 4 },
      // 鼓楼区 lies in Nanjing and in Fuzhou.
      { personId: '李娜', on: day('2026-03-12'), city: '福州市', district: '鼓楼区', visits: 1 },
    ];
    const customers = [
      aCandidate('余杭', '2026-03-10', { district: '余杭区' }),
      aCandidate('南京', '2026-03-10', { city: '南京市', district: '鼓楼区' }),
    ];
    expect(plannedOn(today, customers, { booked })).toEqual([
      ['余杭', '2026-03-11'],
      ['南京', '2026-03-09'],
    ]);
  });

  it('puts the second of a district beside the first it proposed', () => {
    const customers = [
      aCandidate('甲', '2026-03-09', { district: '余杭区' }),
      aCandidate('乙', '2026-03-09', { district: '上城区' }),
      aCandidate('丙', '2026-03-09', { district: '余杭区' }),
    ];
    expect(plannedOn(today, customers)).toEqual([
      ['丙', '2026-03-09'],
      ['乙', '2026-03-10'],
      ['甲', '2026-03-09'],
    ]);
  });

  it('spreads those without a district over the emptiest days, each alone', () => {
    const customers = ['甲', '乙', '丙', '丁'].map((id) => aCandidate(id, '2026-03-09', { district: null }));
    const days = plannedOn(today, customers).map(([, on]) => on);
    expect(days).toEqual(['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-09']);
  });

  it('counts what is planned already: at most six a day, and a fuller day stays as it is', () => {
    const booked = [full('2026-03-09', 9), full('2026-03-10', 5)];
    const customers = ['甲', '乙'].map((id) => aCandidate(id, '2026-03-09'));
    const plan = autoPlan(aPlanInput(today, { booked, candidates: customers, horizonWorkdays: 1 }));
    expect(plan.visits.map(({ on }) => on)).toEqual(['2026-03-10']);
    expect(plan.unplanned).toMatchObject([{ customerId: '甲', personId: '李娜', reason: 'no_room' }]);
    expect(plan.fullDays).toEqual([
      { personId: '李娜', on: '2026-03-09' },
      { personId: '李娜', on: '2026-03-10' },
    ]);
  });

  it('takes the first day with room after a full window and marks it late', () => {
    const booked = [full('2026-03-09'), full('2026-03-10'), full('2026-03-11'), full('2026-03-12')];
    const plan = autoPlan(aPlanInput(today, { booked, candidates: [aCandidate('甲', '2026-03-09')] }));
    expect(plan.visits).toMatchObject([{ customerId: '甲', on: '2026-03-13', isLate: true }]);
    const inTime = autoPlan(aPlanInput(today, { booked, candidates: [aCandidate('甲', '2026-03-11')] }));
    expect(inTime.visits).toMatchObject([{ customerId: '甲', on: '2026-03-13', isLate: false }]);
  });

  it('does not go back to a day before the window because that one has room', () => {
    const booked = ['12', '13', '16', '17', '18', '19', '20', '23'].map((on) => full(`2026-03-${on}`));
    const plan = autoPlan(aPlanInput(today, { booked, candidates: [aCandidate('甲', '2026-03-16')] }));
    expect(plan.visits).toEqual([]);
    expect(plan.unplanned).toMatchObject([{ reason: 'no_room' }]);
  });

  it('gathers those long overdue by district too, within as many workdays from today, and marks them late', () => {
    const booked = [{ personId: '李娜', on: day('2026-03-11'), city: '杭州市', district: '上城区', visits: 1 }];
    const candidates = [aCandidate('甲', '2025-06-01'), aCandidate('乙', '2025-06-02', { district: '余杭区' })];
    expect(autoPlan(aPlanInput(today, { booked, candidates })).visits).toMatchObject([
      { customerId: '甲', on: '2026-03-11', isLate: true },
      { customerId: '乙', on: '2026-03-09', isLate: true },
    ]);
  });

  it('lists those that nobody owns', () => {
    const plan = autoPlan(aPlanInput(today, { candidates: [aCandidate('甲', '2026-03-09', { ownerId: null })] }));
    expect(plan.visits).toEqual([]);
    expect(plan.unplanned).toMatchObject([{ customerId: '甲', personId: null, reason: 'no_owner' }]);
  });

  it('stops where it is told to, and says that nothing came of it', () => {
    const candidates = Array.from({ length: 5_000 }, (_, n) => aCandidate(`客户${n}`, '2026-03-09'));
    const seen: number[] = [];
    const plan = autoPlan(aPlanInput(today, { candidates }), (done) => {
      seen.push(done);
      return done >= 4_000;
    });
    expect(plan).toBeNull();
    expect(seen).toEqual([0, 2_000, 4_000]);
  });
});

describe('inOrderOfService', () => {
  const today = day('2026-03-09');
  const served = (...candidates: readonly PlanCandidate[]) =>
    inOrderOfService(today, candidates).map(({ customerId }) => customerId);

  it('serves first whose delay is greatest beside the cadence, not in days', () => {
    const week = aCandidate('每周', '2026-03-02', { cadenceDays: 7 });
    const quarter = aCandidate('每季', '2025-12-20', { cadenceDays: 90 });
    const early = aCandidate('未到期', '2026-03-10', { cadenceDays: 7 });
    expect(served(early, quarter, week)).toEqual(['每周', '每季', '未到期']);
  });

  it('serves by tier where delays are equal, 未分级 last, then by name, then by id', () => {
    const two = { cadenceDays: 7, tierPosition: 1, nameKey: 'b' };
    const candidates = [
      aCandidate('4', '2026-03-02', { ...two, cadenceDays: 7, tierPosition: null, nameKey: 'a' }),
      aCandidate('3', '2026-03-02', two),
      aCandidate('2', '2026-03-02', two),
      // Twice as late at twice the cadence: as late.
      aCandidate('1', '2026-02-23', { ...two, cadenceDays: 14, tierPosition: 0, nameKey: 'z' }),
      aCandidate('5', '2026-03-02', { ...two, nameKey: 'a' }),
    ];
    expect(served(...candidates)).toEqual(['1', '5', '2', '3', '4']);
  });
});
