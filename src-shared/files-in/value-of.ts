import { type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import type { ImportValues } from './import-target.ts';

/** What a row says of a field, as what the field holds; null: nothing. */
export function textOf(values: ImportValues, key: string): string | null {
  const value = values.get(key);
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(values: ImportValues, key: string): number | null {
  const value = values.get(key);
  return typeof value === 'number' ? value : null;
}

export function dayOf(values: ImportValues, key: string): CalendarDate | null {
  const text = textOf(values, key);
  return text === null ? null : parseCalendarDate(text);
}
