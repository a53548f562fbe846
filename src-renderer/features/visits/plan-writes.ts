import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import type { visitsContract } from '../../../src-shared/visits/visits-contract.ts';
import { client } from '../../ipc/client.ts';
import { reported } from '../../ipc/report.ts';
import { dayText } from '../../text/day-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';
import { doneText, hoursText, lengthText } from './plan-words.ts';

type PlanFields = InputOf<(typeof visitsContract)['update']>['fields'];
export type Scope = 'one' | 'following';

/** Each tells the user what it did, with 撤销, or why it could not; false after a refusal. */
export async function changePlan(words: WindowWords, id: Id, fields: PlanFields, scope: Scope, said: string) {
  const { t } = words;
  const done = await reported(client.visits.update({ id, fields, scope }), ({ overlaps, changed }) =>
    doneText(t, changed > 1 ? t('visit.changedMany', { said, count: changed }) : said, overlaps),
  );
  return done !== null;
}

export function movePlan(
  words: WindowWords,
  plan: Pick<VisitPlan, 'id' | 'plannedTime' | 'lengthMinutes'>,
  to: { readonly on: CalendarDate; readonly time: string | null },
): Promise<boolean> {
  const when = [dayText(words, to.on), hoursText({ ...plan, plannedOn: to.on, plannedTime: to.time })];
  const fields = { plannedOn: to.on, ...(to.time === plan.plannedTime ? {} : { plannedTime: to.time }) };
  return changePlan(words, plan.id, fields, 'one', words.t('visit.moved', { day: when.filter(Boolean).join(' ') }));
}

export function lengthenPlan(words: WindowWords, id: Id, lengthMinutes: number): Promise<boolean> {
  const said = words.t('visit.lengthened', { length: lengthText(words.t, lengthMinutes) });
  return changePlan(words, id, { lengthMinutes }, 'one', said);
}

/** Plans a visit on a day, the customer's owner going. */
export async function planVisit(words: WindowWords, input: InputOf<(typeof visitsContract)['plan']>): Promise<boolean> {
  const { t } = words;
  const done = await reported(client.visits.plan(input), ({ planned, overlaps }) =>
    doneText(
      t,
      planned > 1
        ? t('visit.plannedMany', { count: planned, day: dayText(words, input.plannedOn) })
        : t('visit.planned', { day: dayText(words, input.plannedOn) }),
      overlaps,
    ),
  );
  return done !== null;
}

export async function cancelPlan(words: WindowWords, id: Id, reason: string, scope: Scope): Promise<boolean> {
  const { t } = words;
  const done = await reported(client.visits.cancel({ id, reason, scope }), ({ changed }) =>
    changed > 1 ? t('visit.cancelledMany', { count: changed }) : t('visit.cancelled'),
  );
  return done !== null;
}

export async function markMissed(words: WindowWords, id: Id): Promise<boolean> {
  return (await reported(client.visits.markMissed({ id }), words.t('visit.markedMissed'))) !== null;
}
