import { daysBetween } from '../../src-shared/core/calendar-date.ts';
import { localParts } from '../../src-shared/core/instant.ts';
import type { DueCustomer } from '../../src-shared/visits/visit-entry.ts';
import type { WindowWords } from './use-window-words.ts';

/** Why a customer is due: how long nobody spoke to them, and how often somebody should. */
export function quietText(words: WindowWords, customer: Pick<DueCustomer, 'lastContactAt' | 'cadenceDays'>): string {
  const { t, today, timeZone } = words;
  const { lastContactAt, cadenceDays } = customer;
  if (lastContactAt === null) return t('today.neverContacted', { count: cadenceDays });
  const count = daysBetween(localParts(lastContactAt, timeZone).day, today);
  return t('today.quietFor', { count, cadence: cadenceDays });
}
