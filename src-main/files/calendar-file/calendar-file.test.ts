import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Instant, parseInstant } from '../../../src-shared/core/instant.ts';
import { type CalendarFileVisit, calendarText } from './calendar-file.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}
function at(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const aVisit = (more: Partial<CalendarFileVisit> = {}): CalendarFileVisit => ({
  planId: '0199a0d0-0000-7000-8000-000000000001',
  customerName: '杭州王记五金有限公司',
  plannedOn: day('2026-03-09'),
  plannedTime: '14:30',
  lengthMinutes: 45,
  purpose: '送样品',
  address: '浙江省杭州市西湖区文三路 1 号',
  contactName: '王建国',
  phone: '138 0013 8000',
  isOff: false,
  changedAt: at('2026-03-05T08:00:01.000Z'),
  ...more,
});

const file = (more: Partial<Parameters<typeof calendarText>[1]> = {}) => ({
  name: '客本拜访',
  bookId: 'book',
  timeZone: 'Asia/Shanghai',
  now: at('2026-03-06T01:02:03.000Z'),
  ...more,
});

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents('vevent') };
}

function onlyEvent(visit: CalendarFileVisit, timeZone = 'Asia/Shanghai') {
  const [event] = read(calendarText([visit], file({ timeZone }))).events;
  if (!event) throw new Error('no event');
  return event;
}

const textOf = (event: ReturnType<typeof onlyEvent>, name: string) => {
  const value = event.getFirstPropertyValue(name);
  return value === null ? null : String(value);
};

describe('calendarText', () => {
  it('says whom, where, when and what for', () => {
    const event = onlyEvent(aVisit());
    expect(
      Object.fromEntries(
        [
          'uid',
          'sequence',
          'status',
          'summary',
          'location',
          'description',
          'dtstart',
          'dtend',
          'dtstamp',
          'last-modified',
        ].map((name) => [name, textOf(event, name)]),
      ),
    ).toEqual({
      uid: '0199a0d0-0000-7000-8000-000000000001@book.keben',
      sequence: '194922123',
      status: 'CONFIRMED',
      summary: '杭州王记五金有限公司 · 送样品',
      location: '浙江省杭州市西湖区文三路 1 号',
      description: '王建国\n138 0013 8000\n送样品',
      dtstart: '2026-03-09T06:30:00Z',
      dtend: '2026-03-09T07:15:00Z',
      dtstamp: '2026-03-06T01:02:03Z',
      'last-modified': '2026-03-05T08:00:01Z',
    });
  });

  it('is published, under the name given', () => {
    const { calendar } = read(calendarText([], file()));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('客本拜访');
  });

  it('rings half an hour before, once there is a time and the visit is on', () => {
    const [alarm] = onlyEvent(aVisit()).getAllSubcomponents('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT30M');
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(onlyEvent(aVisit({ plannedTime: null })).getAllSubcomponents('valarm')).toEqual([]);
    expect(onlyEvent(aVisit({ isOff: true })).getAllSubcomponents('valarm')).toEqual([]);
  });

  it.each([
    ['2026-03-09', '2026-03-10'],
    ['2026-12-31', '2027-01-01'],
    // The days on which clocks change in New York: a day is a day.
    ['2026-03-08', '2026-03-09'],
    ['2026-11-01', '2026-11-02'],
  ])('fills %s whole where no time is known, and leaves the day free', (on, next) => {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
      const event = onlyEvent(aVisit({ plannedOn: day(on), plannedTime: null }), zone);
      expect([textOf(event, 'dtstart'), textOf(event, 'dtend')]).toEqual([on, next]);
      expect(event.getFirstProperty('dtstart')?.type).toBe('date');
      expect(textOf(event, 'transp')).toBe('TRANSPARENT');
    }
  });

  it.each([
    ['Asia/Shanghai', '2026-03-09', '00:00', '2026-03-08T16:00:00Z'],
    ['America/New_York', '2026-03-07', '09:00', '2026-03-07T14:00:00Z'],
    ['America/New_York', '2026-03-09', '09:00', '2026-03-09T13:00:00Z'],
    // Skipped by summer time: the moment after the skip; and the hour that comes twice: the first.
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
    ['Asia/Kathmandu', '2026-03-09', '23:59', '2026-03-09T18:14:00Z'],
  ])('in %s %s %s is %s', (zone, on, time, moment) => {
    expect(textOf(onlyEvent(aVisit({ plannedOn: day(on), plannedTime: time }), zone), 'dtstart')).toBe(moment);
  });

  it('lasts an hour where no length is known, over midnight too', () => {
    const event = onlyEvent(aVisit({ plannedTime: '23:30', lengthMinutes: null }));
    expect([textOf(event, 'dtstart'), textOf(event, 'dtend')]).toEqual([
      '2026-03-09T15:30:00Z',
      '2026-03-09T16:30:00Z',
    ]);
  });

  it('of two files the later one counts, whatever book a backup has brought back in between', () => {
    const sequences = ['2026-03-06T01:02:03.000Z', '2026-03-06T01:02:04.000Z', '2087-12-31T00:00:00.000Z'].map((now) =>
      Number(read(calendarText([aVisit()], file({ now: at(now) }))).events[0]?.getFirstPropertyValue('sequence')),
    );
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    expect(sequences.at(-1)).toBeLessThan(2 ** 31);
  });

  it('takes off what is cancelled', () => {
    expect(textOf(onlyEvent(aVisit({ isOff: true })), 'status')).toBe('CANCELLED');
  });

  it.each([
    ['commas, semicolons and backslashes', 'A,B;C\\D:E"F', 'A,B;C\\D:E"F'],
    ['emoji and rare characters', '𠮷野家 👨‍👩‍👧 café', '𠮷野家 👨‍👩‍👧 café'],
    ['lines', '第一行\n第二行\r\n第三行', '第一行 第二行 第三行'],
    ['what would be a line of the file', 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT', 'x END:VEVENT BEGIN:VEVENT'],
    ['control characters', 'a\u0000b\u0007c\u001bd', 'a b c d'],
    ['half a character', 'a\ud83db', 'a\ufffdb'],
  ])('keeps %s', (_, purpose, shown) => {
    const text = calendarText([aVisit({ customerName: '店', purpose, address: purpose })], file({ name: purpose }));
    const { calendar, events } = read(text);
    expect(events).toHaveLength(1);
    expect(events[0]?.getFirstPropertyValue('summary')).toBe(`店 · ${shown}`);
    expect(events[0]?.getFirstPropertyValue('location')).toBe(shown);
    // ical.js leaves the escapes of properties it does not know.
    const names = calendar.getAllProperties('x-wr-calname').map((one) => String(one.getFirstValue()));
    expect(names.map((name) => name.replace(/\\([\\;,])/g, '$1'))).toEqual([shown]);
    expect(names[0]).not.toMatch(/(?<!\\)[;,]/);
  });

  it('keeps the lines of a purpose in the note', () => {
    const event = onlyEvent(aVisit({ purpose: '带样品, 两件;\n问价格\\折扣' }));
    expect(textOf(event, 'description')).toBe('王建国\n138 0013 8000\n带样品, 两件;\n问价格\\折扣');
  });

  it('leaves out what is not known', () => {
    const event = onlyEvent(aVisit({ purpose: null, address: null, contactName: null, phone: null }));
    expect(textOf(event, 'summary')).toBe('杭州王记五金有限公司');
    expect(event.hasProperty('location')).toBe(false);
    expect(event.hasProperty('description')).toBe(false);
  });

  it('folds lines at 75 octets, no character in two, and ends each with CRLF', () => {
    const purpose = `${'很长的目的，'.repeat(40)}👨‍👩‍👧${'a'.repeat(200)}`;
    const text = calendarText([aVisit({ purpose })], file());
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = Buffer.from(text, 'utf8').toString('latin1').split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75);
    for (const line of lines) expect(Buffer.from(line, 'latin1').toString('utf8')).not.toContain('\ufffd');
    expect(read(text).events[0]?.getFirstPropertyValue('summary')).toBe(`杭州王记五金有限公司 · ${purpose}`);
  });
});
