import type { Id } from '../../../src-shared/core/id.ts';
import type { FormerDueDay } from '../../../src-shared/receivables/due-days.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';

const formerSql = `SELECT id, was_due_on AS dueOn, until_on AS untilOn
  FROM due_day_changes WHERE receivable_id = +? ORDER BY until_on, id`;

/** Due days in force before, the first first, with the ids of their rows. */
export function formerDueDaysOf(
  { sqlite }: Pick<ReadDb, 'sqlite'>,
  receivableId: Id,
): readonly (FormerDueDay & { readonly id: Id })[] {
  return rowsOf<FormerDueDay & { readonly id: Id }>(sqlite, formerSql).all(receivableId);
}
