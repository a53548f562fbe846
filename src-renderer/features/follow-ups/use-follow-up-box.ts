import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { FieldError } from '../../../src-shared/core/app-error.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import { type Channel, channels } from '../../../src-shared/follow-ups/follow-up.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useDraft } from '../../state/drafts.ts';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';
import { notifyDone } from '../../state/toasts.ts';
import { dayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { decide } from './follow-up-defaults.ts';
import { emptyFollowUp, type FollowUpDraft, followUpDraftKey, followUpDraftSchema } from './follow-up-draft.ts';

export interface FollowUpCustomer {
  readonly id: string;
  readonly name: string;
  readonly cadenceDays: number;
  readonly openPlans: readonly VisitPlan[];
}

function channelKey(userId: string): string {
  return `followUp.channel.${userId}`;
}

/** The state of the one-line box of one customer: what is typed, what saving would do, and saving. */
export function useFollowUpBox(customer: FollowUpCustomer) {
  const { t } = useTranslation();
  const words = useWindowWords();
  const today = useToday();
  const userId = useUsers().current?.id ?? '';
  const draft = useDraft(followUpDraftKey(customer.id), followUpDraftSchema);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<FieldError | null>(null);
  const typed = draft.value ?? emptyFollowUp;
  const channel: Channel = typed.channel ?? readLayout(channelKey(userId), z.enum(channels)) ?? 'visit';
  const decision = decide(customer.openPlans, channel, typed, customer.cadenceDays, today);

  const change = (fields: Partial<FollowUpDraft>) => {
    setProblem(null);
    draft.set({ ...typed, ...fields });
  };
  const chooseChannel = (chosen: Channel) => {
    saveLayout(channelKey(userId), chosen);
    change({ channel: chosen });
  };
  const save = async (): Promise<boolean> => {
    if (isSaving) return false;
    if (typed.text.trim() === '') {
      setProblem({ field: 'text', problem: 'required' });
      return false;
    }
    setSaving(true);
    const { nextOn, plan, closesPlan } = decision;
    const done = await settled(
      client.followUps.create({
        customerId: customer.id,
        followUp: { text: typed.text, channel, happenedAt: instantFromMs(Date.now()) },
        next: nextOn === null ? null : { on: nextOn },
        closesPlanId: closesPlan && plan ? plan.id : null,
      }),
    );
    setSaving(false);
    if (!done.ok) {
      if (done.error.kind === 'validation') setProblem(done.error.fields[0] ?? null);
      else sayError(done.error);
      return false;
    }
    draft.clear();
    const said = { name: customer.name, next: nextOn === null ? '' : dayText(words, nextOn) };
    notifyDone(t(nextOn === null ? 'followUp.saved' : 'followUp.savedWithNext', said), done.value.batchId);
    return true;
  };
  return { typed, channel, decision, isKept: draft.isKept, isSaving, problem, change, chooseChannel, save };
}
