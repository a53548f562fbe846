import type { z } from 'zod';
import type { WriteDb } from '../../../db/journal.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { markInForce } from '../../../db/queries/mark-in-force.ts';
import { warningMarks } from '../../../db/schema/segmentation.ts';
import { tiers } from '../../../db/schema/tiers.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { cadenceOf } from '../../../src-shared/visits/due-day.ts';
import type { WarningCode, WarningMark } from '../../../src-shared/warnings/warning-mark.ts';
import type { warningsContract } from '../../../src-shared/warnings/warnings-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

type Snoozed = z.output<typeof warningsContract.snooze.input>;
type Done = z.output<typeof warningsContract.done.input>;

/** Longer is not putting off but forgetting. */
const longestSnoozeDays = 366;

/** Errors: those of customerToChange; validation out_of_range (before today, or further than a year). */
export function snoozeWarning(db: WriteDb, actor: Actor, wish: Snoozed): Result<object, AppError> {
  const customer = customerToChange(db, actor, wish.customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  if (wish.untilOn < actor.today || wish.untilOn > addDays(actor.today, longestSnoozeDays))
    return err({ kind: 'validation', fields: [{ field: 'untilOn', problem: 'out_of_range' }] });
  putMark(db, actor.today, { ...wish, state: 'snoozed' });
  return ok({});
}

/** Seen to: silent for one cadence of the customer. Errors: those of customerToChange. */
export function seeToWarning(db: WriteDb, actor: Actor, wish: Done): Result<object, AppError> {
  const customer = customerToChange(db, actor, wish.customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  const { cadenceDays, tierId } = customer.value;
  const tier = tierId === null ? null : findRow(db, tiers, tierId);
  const cadence = cadenceOf(cadenceDays, tier?.cadenceDays ?? null);
  putMark(db, actor.today, { ...wish, state: 'done', untilOn: addDays(actor.today, cadence) });
  return ok({});
}

interface NewMark {
  readonly customerId: Id;
  readonly code: WarningCode;
  readonly state: WarningMark['state'];
  readonly untilOn: CalendarDate;
  readonly note: string | null;
}

/** One mark silences a warning at a time: what was said last counts. */
function putMark(db: WriteDb, markedOn: CalendarDate, mark: NewMark): void {
  const present = markInForce(db, mark.customerId, mark.code, markedOn);
  const { state, untilOn, note } = mark;
  if (present !== null) db.update(warningMarks, present, { state, untilOn, note, markedOn });
  else db.insert(warningMarks, { ...mark, markedOn, id: newId(instantToMs(db.info.now)) });
}
