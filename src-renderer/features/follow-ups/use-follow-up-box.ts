import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StagedFile } from '../../../src-shared/attachments/attachment.ts';
import type { FieldError } from '../../../src-shared/core/app-error.ts';
import { instantAt, instantFromMs, localParts } from '../../../src-shared/core/instant.ts';
import type { Channel } from '../../../src-shared/follow-ups/follow-up.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import type { TalkContact } from '../../components/talk-details.tsx';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { stageFiles } from '../../ipc/stage-files.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { useDraft } from '../../state/drafts.ts';
import { lastChannel, rememberChannel } from '../../state/last-channel.ts';
import { rememberOutcome } from '../../state/recent-outcomes.ts';
import { notifyDone } from '../../state/toasts.ts';
import { dayText } from '../../text/day-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { decide, nextByCadence } from './follow-up-defaults.ts';
import { emptyFollowUp, type FollowUpDraft, followUpDraftKey, followUpDraftSchema } from './follow-up-draft.ts';

export interface FollowUpCustomer {
  readonly id: string;
  readonly name: string;
  readonly cadenceDays: number;
  readonly openPlans: readonly VisitPlan[];
  /** The primary one first. */
  readonly contacts: readonly TalkContact[];
  /** Another's customer: that he came to the shop may be noted, nothing else (product B5). */
  readonly isInboundOnly: boolean;
  /** The open plan that this talk completes; left out, the one nearest in days is offered. */
  readonly completesId?: string;
}

/** The state of the one-line box of one customer: what is typed, what saving would do, and saving. */
export function useFollowUpBox(customer: FollowUpCustomer) {
  const { t } = useTranslation();
  const words = useWindowWords();
  const { today, timeZone } = words;
  const calendar = useWorkCalendar();
  const userId = useUsers().current?.id ?? '';
  const draft = useDraft(followUpDraftKey(customer.id), followUpDraftSchema);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<FieldError | null>(null);
  const typed = draft.value ?? emptyFollowUp;
  const channel: Channel = customer.isInboundOnly ? 'inbound_visit' : (typed.channel ?? lastChannel(userId));
  const happenedOn = typed.happened?.on ?? today;
  const suggested = nextByCadence(happenedOn, customer.cadenceDays, today, calendar);
  const completes = customer.openPlans.find((plan) => plan.id === customer.completesId) ?? null;
  const decision = decide(customer.openPlans, channel, typed, { happenedOn, suggested }, completes);

  const change = (fields: Partial<FollowUpDraft>) => {
    setProblem(null);
    // From what is kept, not from what was drawn: a quick hand is in the next field before this one is drawn.
    draft.change((present) => ({ ...(present ?? emptyFollowUp), ...fields }));
  };
  const chooseChannel = (chosen: Channel) => {
    rememberChannel(userId, chosen);
    change({ channel: chosen });
  };
  /** What was typed while the files were copied stays. */
  const addFiles = async (paths: readonly string[] | null) => {
    const staged = await stageFiles(paths);
    if (staged.length > 0) draft.change((value) => withFiles(value ?? emptyFollowUp, staged));
  };
  const save = async (): Promise<boolean> => {
    if (isSaving) return false;
    if (typed.text.trim() === '') {
      // A key struck twice finds the box that its first stroke emptied: nothing is missing there.
      if (draft.value !== null) setProblem({ field: 'text', problem: 'required' });
      return false;
    }
    setSaving(true);
    const nextOn = customer.isInboundOnly ? null : decision.nextOn;
    const { happened, contactId, intentLevel, outcome, nextTime, nextPurpose } = typed;
    const isKnown = customer.contacts.some(({ id }) => id === contactId);
    const done = await settled(
      client.followUps.create({
        customerId: customer.id,
        followUp: {
          text: typed.text,
          channel,
          intentLevel,
          outcome,
          // A contact that went to the bin while the draft waited.
          contactId: isKnown ? contactId : null,
          happenedAt: happened ? instantAt(happened.on, happened.time, timeZone) : instantFromMs(Date.now()),
        },
        next: nextOn === null ? null : { on: nextOn, time: nextTime, purpose: nextPurpose },
        closesPlanId: !customer.isInboundOnly && decision.closesPlan && decision.plan ? decision.plan.id : null,
        files: [...typed.files],
        costs: customer.isInboundOnly ? [] : typed.costs.map((cost) => ({ ...cost, on: happenedOn })),
      }),
    );
    setSaving(false);
    if (!done.ok) {
      if (done.error.kind === 'validation') setProblem(done.error.fields[0] ?? null);
      else sayError(done.error);
      return false;
    }
    rememberOutcome(userId, outcome);
    draft.clear();
    const said = { name: customer.name, next: nextOn === null ? '' : dayText(words, nextOn) };
    notifyDone(t(nextOn === null ? 'followUp.saved' : 'followUp.savedWithNext', said), done.value.batchId);
    return true;
  };
  return {
    typed,
    channel,
    decision,
    userId,
    isKept: draft.isKept,
    isSaving,
    problem,
    change,
    chooseChannel,
    addFiles,
    save,
    wallClock: () => localParts(instantFromMs(Date.now()), timeZone).time,
  };
}

/** The same file chosen twice is one attachment. */
function withFiles(draft: FollowUpDraft, staged: readonly StagedFile[]): FollowUpDraft {
  const others = draft.files.filter(
    (file) => !staged.some(({ sha256, fileName }) => sha256 === file.sha256 && fileName === file.fileName),
  );
  return { ...draft, files: [...others, ...staged] };
}
