import { describe, expect, it } from 'vitest';
import { aCandidate, aPlanInput, day } from '../src-shared/visits/testing/plan-builders.ts';
import { firstFit, gatheredShare } from './first-fit.ts';

const today = '2026-03-09';

describe('firstFit', () => {
  it('takes the earliest day with room of each window, whoever lives where', () => {
    const input = aPlanInput(today, {
      maxPerDay: 2,
      candidates: [
        aCandidate('丙', '2026-03-12', { district: '余杭区' }),
        aCandidate('甲', '2026-03-09', { district: '余杭区' }),
        aCandidate('乙', '2026-03-10'),
        aCandidate('丁', '2026-03-09'),
      ],
    });
    expect(firstFit(input, 'due').map(({ customerId, on }) => [customerId, on])).toEqual([
      ['丁', '2026-03-09'],
      ['甲', '2026-03-09'],
      ['乙', '2026-03-10'],
      ['丙', '2026-03-10'],
    ]);
  });

  it('keeps what is planned, and is late after the window where that is full', () => {
    const booked = ['09', '10', '11'].map((on) => ({
      personId: '李娜',
      on: day(`2026-03-${on}`),
      city: null,
      district: null,
      visits: 6,
    }));
    const input = aPlanInput(today, { booked, candidates: [aCandidate('甲', today)] });
    expect(firstFit(input, 'due')).toMatchObject([{ on: '2026-03-12', isLate: true }]);
  });

  it('leaves out whom nobody owns, whom nothing has room for, and who is due later', () => {
    const candidates = [
      aCandidate('甲', today, { ownerId: null }),
      aCandidate('乙', '2026-03-30'),
      ...Array.from({ length: 13 }, (_, n) => aCandidate(`客户${n}`, today)),
    ];
    expect(firstFit(aPlanInput(today, { candidates, horizonWorkdays: 1 }), 'service')).toHaveLength(12);
  });
});

describe('gatheredShare', () => {
  const at = (customerId: string, on: string, district: string | null, personId = '李娜') => ({
    ...aCandidate(customerId, today, { district }),
    personId,
    on: day(on),
    isLate: false,
  });

  it('counts those that share person, day and district with another, planned before or not', () => {
    const visits = [
      at('1', '2026-03-09', '余杭区'),
      at('2', '2026-03-09', '余杭区'),
      at('3', '2026-03-10', '余杭区'),
      at('4', '2026-03-09', '余杭区', '王强'),
      at('5', '2026-03-11', '上城区'),
      at('6', '2026-03-12', null),
      at('7', '2026-03-12', null),
      at('8', '2026-03-13', '上城区'),
    ];
    const booked = [{ personId: '李娜', on: day('2026-03-11'), city: '杭州市', district: '上城区', visits: 1 }];
    expect(gatheredShare(visits, { booked })).toBe(3 / 8);
  });
});
