import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { tierMoves, tierOn } from './tier-moves.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

describe('tierOn', () => {
  const history = [
    { tierId: 'C', effectiveOn: day('2026-01-10') },
    { tierId: 'B', effectiveOn: day('2026-03-01') },
    { tierId: 'A', effectiveOn: day('2026-03-01') },
    { tierId: null, effectiveOn: day('2026-05-01') },
  ];

  it.each([
    ['2026-01-09', null],
    ['2026-01-10', 'C'],
    ['2026-02-28', 'C'],
    ['2026-03-01', 'A'],
    ['2026-05-01', null],
  ])('on %s it was %s', (on, tierId) => {
    expect(tierOn(history, day(on))).toBe(tierId);
  });

  it('reads an assignment typed late for its own day', () => {
    expect(tierOn([...history, { tierId: 'D', effectiveOn: day('2026-02-01') }], day('2026-03-05'))).toBe('A');
  });
});

describe('tierMoves', () => {
  const position = (id: string) => ['A', 'B', 'C', 'D'].indexOf(id);

  it('counts those with a tier on both days, and as many moves in as out', () => {
    const before = new Map<string, string | null>([
      ['1', 'B'],
      ['2', 'B'],
      ['3', 'A'],
      ['4', null],
      ['5', 'C'],
    ]);
    const after = new Map<string, string | null>([
      ['1', 'A'],
      ['2', 'B'],
      ['3', 'C'],
      ['4', 'A'],
      ['6', 'D'],
    ]);
    const found = tierMoves(before, after, position);
    expect(found).toEqual({
      upgraded: ['1'],
      downgraded: ['3'],
      moves: [
        { from: 'B', to: 'A', customerIds: ['1'] },
        { from: 'A', to: 'C', customerIds: ['3'] },
      ],
      present: 3,
    });
  });
});
