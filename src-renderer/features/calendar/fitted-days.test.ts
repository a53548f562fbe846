import type { EventInput } from '@fullcalendar/react';
import { describe, expect, it } from 'vitest';
import { calendarDateField } from '../../../src-shared/core/fields.ts';
import { type Chip, chipOf } from './calendar-chips.ts';
import { entriesByDay, fitted, linesFor } from './fitted-days.ts';

const day = (text: string) => calendarDateField.parse(text);
const event = (id: string, start: string, rank: string, more: Partial<EventInput> = {}): EventInput => ({
  id,
  start,
  allDay: true,
  rank,
  ...more,
});

describe('linesFor', () => {
  it.each([
    ['a month of six weeks at 1366×768', 'month', '2026-11-22', 640, 'comfortable', 3],
    ['the same beside a banner', 'month', '2026-11-22', 587, 'comfortable', 3],
    ['the same in compact rows', 'month', '2026-11-22', 640, 'compact', 3],
    ['a month of five weeks at 1920×1080', 'month', '2026-09-17', 952, 'comfortable', 7],
    ['a month of four weeks', 'month', '2027-02-10', 640, 'comfortable', 5],
    ['a window too low for anything', 'month', '2026-11-22', 100, 'comfortable', 1],
    ['a week', 'week', '2026-11-22', 640, 'comfortable', 7],
    ['a day', 'day', '2026-11-22', 640, 'comfortable', 11],
  ] as const)('%s', (_, view, on, height, density, lines) => {
    expect(linesFor(view, day(on), height, density)).toBe(lines);
  });

  it('has no end in an agenda, which scrolls', () => {
    expect(linesFor('agenda', day('2026-11-22'), 640, 'comfortable')).toBeNull();
  });
});

describe('fitted', () => {
  const monday = [
    event('c', '2026-11-23', '2 done'),
    event('a', '2026-11-23T09:00:00Z', '0 09:00', { allDay: false }),
    event('p', '2026-11-23', '1 p', { chip: { kind: 'proposal' } }),
    event('b', '2026-11-23', '0 00:00'),
  ];
  const tuesday = [event('x', '2026-11-24', '0'), event('y', '2026-11-24', '0')];
  const events = [...monday, ...tuesday];
  const ids = (shown: readonly EventInput[]) => shown.map(({ id }) => id);
  const more = (shown: readonly EventInput[]): (Chip | null)[] =>
    shown.filter(({ id }) => id?.startsWith('more:')).map((each) => chipOf({ extendedProps: each }));

  it('draws what fits and says of a fuller day how many more, and how many of them are proposed', () => {
    const shown = fitted(events, entriesByDay(events, true), 3);
    expect(ids(shown)).toEqual(['a', 'b', 'x', 'y', 'more:2026-11-23']);
    expect(more(shown)).toEqual([{ kind: 'more', on: '2026-11-23', count: 2, proposed: 1 }]);
  });

  it('draws a day that just fits without saying more', () => {
    expect(ids(fitted(events, entriesByDay(events, true), 4))).toEqual(ids(events));
  });

  it('leaves nothing but the count where there is one line', () => {
    const shown = fitted(events, entriesByDay(events, true), 1);
    expect(ids(shown)).toEqual(['more:2026-11-23', 'more:2026-11-24']);
    expect(more(shown)).toMatchObject([{ count: 4 }, { count: 2 }]);
  });

  it('does not count what has an hour of its own in a week', () => {
    const shown = fitted(events, entriesByDay(events, false), 2);
    expect(ids(shown)).toContain('a');
    expect(more(shown)).toMatchObject([{ on: '2026-11-23', count: 2 }]);
  });

  it('loses nobody: what is drawn and what is counted make up the day', () => {
    for (const lines of [1, 2, 3, 4, 9]) {
      const shown = fitted(events, entriesByDay(events, true), lines);
      const counted = more(shown).reduce((sum, chip) => sum + (chip?.kind === 'more' ? chip.count : 0), 0);
      expect(ids(shown).filter((id) => !id?.startsWith('more:')).length + counted).toBe(events.length);
    }
  });
});
