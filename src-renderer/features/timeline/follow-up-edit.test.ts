import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { parseInstant } from '../../../src-shared/core/instant.ts';
import type { FollowUp } from '../../../src-shared/follow-ups/follow-up.ts';
import { changedFields, editedFrom, editedSchema, resumed } from './follow-up-edit.ts';

const zone = 'Asia/Shanghai';

function at(text: string) {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`${text} is no moment`);
  return instant;
}

const happenedAt = at('2026-09-17T06:30:42.123Z');
const followUp: FollowUp = {
  id: newId(),
  customerId: newId(),
  contactId: null,
  authorId: newId(),
  happenedAt,
  channel: 'phone',
  text: '报价已发',
  outcome: null,
  intentLevel: 3,
  createdAt: happenedAt,
  updatedAt: happenedAt,
};
const started = editedFrom(followUp, zone);

describe('changedFields', () => {
  it('names nothing when nothing was changed, and keeps the seconds', () => {
    expect(changedFields(followUp, started, zone)).toEqual({});
    expect(changedFields(followUp, { ...started, text: ' 报价已发 ' }, zone)).toEqual({});
  });

  it('names what was changed, and what was taken away', () => {
    const edited = { ...started, text: '报价已收到', channel: 'visit', intentLevel: null, outcome: '有意向' } as const;
    expect(changedFields(followUp, edited, zone)).toEqual({
      text: '报价已收到',
      channel: 'visit',
      intentLevel: null,
      outcome: '有意向',
    });
  });

  it('sets the day back on the book’s clock', () => {
    const on = calendarDate(2026, 9, 16);
    if (!on) throw new Error('no day');
    expect(changedFields(followUp, { ...started, happened: { on, time: '09:05' } }, zone)).toEqual({
      happenedAt: '2026-09-16T01:05:00.000Z',
    });
  });

  it('takes an emptied time for now', () => {
    const nowMs = Date.UTC(2026, 8, 18);
    expect(changedFields(followUp, { ...started, happened: null }, zone, nowMs)).toEqual({
      happenedAt: '2026-09-18T00:00:00.000Z',
    });
  });
});

describe('resumed', () => {
  it('goes on with the text that an older version kept', () => {
    expect(resumed(started, editedSchema.parse('半句话'))).toEqual({ ...started, text: '半句话' });
  });

  it('goes on with what was kept, and begins with what stands when nothing was', () => {
    const kept = { ...started, outcome: '有意向' };
    expect(resumed(started, editedSchema.parse(JSON.parse(JSON.stringify(kept))))).toEqual(kept);
    expect(resumed(started, null)).toEqual(started);
  });
});
