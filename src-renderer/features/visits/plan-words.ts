import type { TFunction } from 'i18next';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { spanOf } from '../../../src-shared/visits/visits-contract.ts';
import { dayText } from '../../text/day-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';

type When = Pick<VisitPlan, 'plannedOn' | 'plannedTime' | 'lengthMinutes'>;

/** `09-17 周四 10:00–11:30`; without a length only when it begins. */
export function whenText(words: WindowWords, plan: When): string {
  return [dayText(words, plan.plannedOn), hoursText(plan)].filter(Boolean).join(' ');
}

/** `10:00–11:30`, `10:00`, or '' without a time. An end past midnight is said as the clock shows it. */
export function hoursText(plan: When): string {
  const span = spanOf(plan);
  if (!span || plan.plannedTime === null) return '';
  if (plan.lengthMinutes === null) return plan.plannedTime;
  const end = span.toMinute % (24 * 60);
  return `${plan.plannedTime}–${pad(Math.floor(end / 60))}:${pad(end % 60)}`;
}

/** Null: no length. */
export function lengthText(t: TFunction, minutes: number | null): string {
  if (minutes === null) return t('visit.length.none');
  if (minutes % 60 === 0) return t('visit.length.hours', { count: minutes / 60 });
  if (minutes < 60) return t('visit.length.minutes', { count: minutes });
  return t('visit.length.hoursAndHalf', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** 与 王记建材 10:00、丰和酒店 10:30 时间重叠; null without any. The first three are named. */
export function overlapText(t: TFunction, overlaps: readonly VisitEntry[]): string | null {
  if (overlaps.length === 0) return null;
  const named = overlaps
    .slice(0, 3)
    .map(({ name, shortName, plan }) => [shortName ?? name, hoursText(plan)].filter(Boolean).join(' '))
    .join(t('visit.listJoin'));
  return overlaps.length > 3
    ? t('visit.overlapsMore', { names: named, count: overlaps.length - 3 })
    : t('visit.overlaps', { names: named });
}

/** What a toast says after a write: what was done, and whom it now collides with. */
export function doneText(t: TFunction, done: string, overlaps: readonly VisitEntry[]): string {
  const collides = overlapText(t, overlaps);
  return collides === null ? done : t('visit.doneBut', { done, collides });
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
