import { addDays } from '../core/calendar-date.ts';
import { type Instant, instantAt, localParts } from '../core/instant.ts';
import type { QuietHours } from './reminder-preferences.ts';

/** Whether nothing may be shown at that moment. `from` is quiet, `to` is not; equal ends mean no quiet hours at all. */
export function isQuiet(at: Instant, { isOn, from, to }: QuietHours, timeZone: string): boolean {
  if (!isOn || from === to) return false;
  const { time } = localParts(at, timeZone);
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** The moment itself, or the end of the quiet hours that it falls into. */
export function afterQuiet(at: Instant, hours: QuietHours, timeZone: string): Instant {
  if (!isQuiet(at, hours, timeZone)) return at;
  const { day, time } = localParts(at, timeZone);
  const end = instantAt(time < hours.to ? day : addDays(day, 1), hours.to, timeZone);
  // In the hour that comes twice, the clock shows the end for the first time before the second hour begins.
  return end > at ? end : at;
}
