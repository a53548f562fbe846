import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { WarningCode } from '../../src-shared/warnings/warning-mark.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';

const markSql = `
  SELECT id FROM warning_marks
  WHERE customer_id = +? AND code = ? AND until_on >= ? AND deleted_at IS NULL ORDER BY id DESC LIMIT 1`;

/** The mark that silences a warning on a day, the latest made; null: none does. */
export function markInForce({ sqlite }: ReadDb, customerId: Id, code: WarningCode, on: CalendarDate): Id | null {
  return valuesOf<Id>(sqlite, markSql).get(customerId, code, on) ?? null;
}
