import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Instant, instantAt, instantFromMs, instantToMs } from '../../../src-shared/core/instant.ts';
import { defaultLengthMinutes } from '../../../src-shared/visits/visits-contract.ts';

/** A visit as a phone's calendar is told of it. */
export interface CalendarFileVisit {
  readonly planId: Id;
  readonly customerName: string;
  readonly plannedOn: CalendarDate;
  /** HH:MM on the book's wall clock; null: all day. */
  readonly plannedTime: string | null;
  readonly lengthMinutes: number | null;
  readonly purpose: string | null;
  readonly address: string | null;
  readonly contactName: string | null;
  readonly phone: string | null;
  /** Cancelled or in the bin: the phone takes it off. */
  readonly isOff: boolean;
  readonly changedAt: Instant;
}

export interface CalendarFile {
  /** What the phone calls the calendar. */
  readonly name: string;
  readonly bookId: Id;
  readonly timeZone: string;
  readonly now: Instant;
}

const alarmSeconds = 30 * 60;
const minuteMs = 60_000;

/**
 * An iCalendar file (RFC 5545). A visit keeps its UID for ever, so that a phone that reads a second file moves what the
 * first one brought instead of doubling it. Times are UTC: no zone has to be described, and no phone has to know one.
 */
export function calendarText(visits: readonly CalendarFileVisit[], file: CalendarFile): string {
  const calendar = ical({
    // The library writes this one as it is given.
    name: oneLine(file.name).replace(/[\\;,]/g, '\\$&'),
    prodId: '-//Keben//Keben//ZH',
    method: ICalCalendarMethod.PUBLISH,
  });
  const sequence = sequenceAt(file.now);
  for (const visit of visits) {
    const { customerName, purpose, address } = visit;
    const event = calendar.createEvent({
      id: `${visit.planId}@${file.bookId}.keben`,
      sequence,
      stamp: file.now,
      lastModified: visit.changedAt,
      status: visit.isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: oneLine(purpose === null ? customerName : `${customerName} · ${purpose}`),
      ...whenOf(visit, file.timeZone),
    });
    if (address !== null) event.location(oneLine(address));
    const lines = [visit.contactName, visit.phone, purpose].filter((line) => line !== null).map(printable);
    if (lines.length > 0) event.description(lines.join('\n'));
    if (visit.plannedTime !== null && !visit.isOff) {
      event.createAlarm({ type: ICalAlarmType.display, trigger: alarmSeconds });
    }
  }
  return `${calendar.toString()}\r\n`;
}

/**
 * SEQUENCE: a phone takes the event with the higher one. The file made last is the one that counts, so it is the moment
 * of making, for all visits alike. Not a count kept in the book: after an older backup is restored that falls back, and
 * phones would refuse every file until it had caught up. In seconds since 2020, which fit its 31 bits until 2088.
 */
function sequenceAt(now: Instant): number {
  return Math.floor((instantToMs(now) - sequenceStartMs) / 1000);
}
const sequenceStartMs = Date.UTC(2020, 0, 1);

function whenOf({ plannedOn, plannedTime, lengthMinutes }: CalendarFileVisit, timeZone: string) {
  if (plannedTime === null) {
    // A visit at any time of the day does not make the day a busy one. The end of a day is the day after.
    const transparency = ICalEventTransparency.TRANSPARENT;
    return { allDay: true, start: plannedOn, end: addDays(plannedOn, 1), transparency };
  }
  const start = instantAt(plannedOn, plannedTime, timeZone);
  const lengthMs = (lengthMinutes ?? defaultLengthMinutes) * minuteMs;
  return { start, end: instantFromMs(instantToMs(start) + lengthMs) };
}

/** Control characters are not text to RFC 5545, and a lone half of a character would not survive UTF-8. */
function printable(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n]/gu, ' ');
}

/** For what a phone shows in one line. */
function oneLine(text: string): string {
  return printable(text).replace(/\s+/gu, ' ').trim();
}
