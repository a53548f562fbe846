import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { overlapsOf } from '../../../src-shared/visits/overlaps.ts';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { VisitPlan } from '../../../src-shared/visits/visit-plan.ts';
import type { PlanOutcome } from '../../../src-shared/visits/visits-contract.ts';
import { client } from '../../ipc/client.ts';
import { sayError, settled } from '../../ipc/report.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useDraft } from '../../state/drafts.ts';
import { notifyDone } from '../../state/toasts.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { changeOf, type PlanDraft, personOf, planDraftSchema, planInput } from './plan-draft.ts';
import { doneText, whenText } from './plan-words.ts';
import type { Scope } from './plan-writes.ts';

interface Settings {
  readonly draftKey: string;
  readonly start: PlanDraft;
  /** The plan that is changed; null: a new one. */
  readonly plan: VisitPlan | null;
  readonly onDone: () => void;
}

/** How many visits were written, and whom they collide with. */
interface Written extends PlanOutcome {
  readonly count: number;
}

/** What is typed into the plan form, what it would collide with, and saving it. */
export function usePlanForm({ draftKey, start, plan, onDone }: Settings) {
  const words = useWindowWords();
  const draft = useDraft(draftKey, planDraftSchema);
  const [scope, setScope] = useState<Scope>('one');
  const [error, setError] = useState<AppError | null>(null);
  const [isSaving, setSaving] = useState(false);
  const typed = draft.value ?? start;

  // What a crash left is taken up on the day that was clicked now.
  const isLeftOver = useRef(plan === null && draft.value !== null);
  useEffect(() => {
    if (!isLeftOver.current || !draft.value) return;
    isLeftOver.current = false;
    const { plannedOn, plannedTime, lengthMinutes } = start;
    draft.set({
      ...draft.value,
      plannedOn,
      plannedTime,
      lengthMinutes,
      customer: start.customer ?? draft.value.customer,
    });
  }, [draft, start]);

  const change = (fields: Partial<PlanDraft>) => {
    setError(null);
    draft.set({ ...typed, ...fields });
  };
  const write = async (): Promise<Result<Written, AppError>> => {
    if (plan) {
      const done = await settled(client.visits.update({ id: plan.id, fields: changeOf(plan, typed), scope }));
      return done.ok ? ok({ ...done.value, count: done.value.changed }) : done;
    }
    const input = planInput(typed);
    if (!input) return err({ kind: 'validation', fields: [{ field: 'customerId', problem: 'required' }] });
    const done = await settled(client.visits.plan(input));
    return done.ok ? ok({ ...done.value, count: done.value.planned }) : done;
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    const done = await write();
    setSaving(false);
    if (!done.ok) {
      setError(done.error);
      if (done.error.kind !== 'validation') sayError(done.error);
      return;
    }
    draft.clear();
    const { batchId, overlaps, count } = done.value;
    if (batchId !== null) notifyDone(doneText(words.t, saidOf(count), overlaps), batchId);
    onDone();
  };
  const saidOf = (count: number): string => {
    const { t } = words;
    const day = whenText(words, typed);
    if (!plan) return count > 1 ? t('visit.plannedMany', { count, day }) : t('visit.planned', { day });
    const said = plan.plannedOn === typed.plannedOn ? t('visit.changed') : t('visit.moved', { day });
    return count > 1 ? t('visit.changedMany', { said, count }) : said;
  };
  return {
    typed,
    error,
    isSaving,
    isKept: draft.isKept,
    scope,
    setScope,
    overlaps: useOverlaps(typed, plan),
    change,
    save,
    discard: draft.clear,
  };
}

/** Who the person would already be with at that hour; read only when there is an hour. */
function useOverlaps(typed: PlanDraft, plan: VisitPlan | null): readonly VisitEntry[] {
  const [newPlanId] = useState(() => newId());
  const personId = personOf(typed);
  const isTimed = typed.plannedTime !== null && personId !== null;
  const day = useRead(
    'visits',
    'between',
    { from: typed.plannedOn, to: typed.plannedOn, persons: personId === null ? [] : [personId] },
    { enabled: isTimed },
  );
  if (!isTimed) return [];
  const open = (day.data?.entries ?? []).filter((entry) => entry.plan.status === 'planned');
  const { plannedOn, plannedTime, lengthMinutes } = typed;
  return overlapsOf([{ id: plan?.id ?? newPlanId, personId, plannedOn, plannedTime, lengthMinutes }], open);
}
