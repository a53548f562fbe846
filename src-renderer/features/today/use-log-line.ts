import { useState } from 'react';
import type { FieldError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import type { Channel } from '../../../src-shared/follow-ups/follow-up.ts';
import { cadenceDaysWithoutTier } from '../../../src-shared/tiers/tier.ts';
import { suggestedDay } from '../../../src-shared/visits/suggested-day.ts';
import { toAppError } from '../../ipc/app-problem.ts';
import { client } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { readOptions, useRead } from '../../ipc/use-read.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { useDraft } from '../../state/drafts.ts';
import { lastChannel, rememberChannel } from '../../state/last-channel.ts';
import { notifyDone } from '../../state/toasts.ts';
import { dayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import {
  emptyLogLine,
  type LogLineDraft,
  logLineDraftKey,
  logLineDraftSchema,
  type NextProposal,
  proposeNext,
} from './log-line-draft.ts';

/** Whom the line is for; `planId`: the visit it completes. */
export interface LogTarget {
  readonly key: string;
  readonly customerId: string;
  readonly name: string;
  readonly planId: string | null;
  /** How one speaks with him, where it is known already; left out: as the last time. */
  readonly channel?: Channel;
}

export interface Logged {
  readonly note: string;
  readonly batchId: string | null;
}

/** The state of the one-line form under a line: what is typed, what is proposed, and saving. */
export function useLogLine(target: LogTarget, onLogged: (logged: Logged) => void) {
  const words = useWindowWords();
  const { t } = words;
  const today = useToday();
  const calendar = useWorkCalendar();
  const userId = useUsers().current?.id ?? '';
  const draft = useDraft(logLineDraftKey(target.key), logLineDraftSchema);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<FieldError | null>(null);
  const customer = useRead('customers', 'get', { id: target.customerId }).data;
  const tiers = useRead('tiers', 'list', {}).data?.tiers ?? [];
  const typed = draft.value ?? emptyLogLine;
  const channel = typed.channel ?? target.channel ?? lastChannel(userId);

  const propose = (of: NonNullable<typeof customer>): NextProposal => {
    const cadenceDays =
      of.cadenceDays ?? tiers.find((tier) => tier.id === of.tierId)?.cadenceDays ?? cadenceDaysWithoutTier;
    return proposeNext(of.openPlans, target.planId, suggestedDay(today, cadenceDays, calendar));
  };
  const proposal = customer ? propose(customer) : null;

  const change = (fields: Partial<LogLineDraft>) => {
    setProblem(null);
    draft.set({ ...typed, ...fields });
  };
  const chooseChannel = (chosen: Channel) => {
    rememberChannel(userId, chosen);
    change({ channel: chosen });
  };
  /** A quick hand saves before the customer was read: then what is proposed is asked for first. */
  const nextOn = async (): Promise<CalendarDate | null> => {
    if (typed.next) return typed.next.on;
    const options = readOptions('customers', 'get', { id: target.customerId });
    return (proposal ?? propose(await queryClient.ensureQueryData(options))).on;
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    const note = typed.text.trim();
    if (note === '') return setProblem({ field: 'text', problem: 'required' });
    setSaving(true);
    try {
      const next = await nextOn();
      const done = await settled(
        client.followUps.create({
          customerId: target.customerId,
          followUp: { text: typed.text, channel, happenedAt: instantFromMs(Date.now()) },
          next: next === null ? null : { on: next },
          closesPlanId: target.planId,
        }),
      );
      if (!done.ok) {
        if (done.error.kind === 'validation') setProblem(done.error.fields[0] ?? null);
        else sayError(done.error);
        return;
      }
      draft.clear();
      const said = { name: target.name, next: next === null ? '' : dayText(words, next) };
      notifyDone(t(next === null ? 'followUp.saved' : 'followUp.savedWithNext', said), done.value.batchId);
      onLogged({ note, batchId: done.value.batchId });
    } catch (thrown) {
      sayError(toAppError(thrown));
    } finally {
      setSaving(false);
    }
  };
  return {
    typed,
    channel,
    proposal,
    next: typed.next ? typed.next.on : (proposal?.on ?? null),
    isKept: draft.isKept,
    isSaving,
    problem,
    change,
    chooseChannel,
    save,
  };
}
