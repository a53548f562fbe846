import { type CalendarDate, partsOf } from '../core/calendar-date.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** What the numbers of a day begin with: `XS260917-`. */
export function orderNumberPrefix(issuedOn: CalendarDate): string {
  const { year, month, day } = partsOf(issuedOn);
  return `XS${twoDigits(year % 100)}${twoDigits(month)}${twoDigits(day)}-`;
}

/** The number after the highest of the day, two digits or more: XS260917-02. `highest`: 0 when there is none yet. */
export function nextOrderNumber(issuedOn: CalendarDate, highest: number): string {
  return `${orderNumberPrefix(issuedOn)}${twoDigits(highest + 1)}`;
}
