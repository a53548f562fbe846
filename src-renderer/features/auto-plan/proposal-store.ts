import i18next from 'i18next';
import { z } from 'zod';
import { create } from 'zustand';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { AutoPlanProposal, ProposedVisit } from '../../../src-shared/visits/auto-plan-proposal.ts';
import { client } from '../../ipc/client.ts';
import { runJob } from '../../ipc/jobs.ts';
import { reported, sayError, settled } from '../../ipc/report.ts';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';
import { notifyDone } from '../../state/toasts.ts';
import { countText } from '../../text/number-text.ts';

export interface ProposalOptions {
  /** See the contract of visits.propose: up to so many workdays after today. */
  readonly horizonWorkdays: number;
  readonly maxPerDay: number;
  /** Empty: everybody the user may plan for. */
  readonly persons: readonly Id[];
}

interface ProposalState {
  /** As it was worked out; what the user changed of it stands beside. */
  readonly proposal: AutoPlanProposal | null;
  readonly unticked: ReadonlySet<Id>;
  readonly moved: ReadonlyMap<Id, CalendarDate>;
  readonly options: ProposalOptions;
  /** Being worked out, or being written. */
  readonly isBusy: boolean;
  /** Which book and user it was shown to first; to others it is nothing. */
  readonly seat: string | null;
}

/** One visit of a proposal on the day it would be accepted for. */
export interface ProposedEntry {
  readonly visit: ProposedVisit;
  readonly isTicked: boolean;
}

const optionsKey = 'autoPlan.options';
const limitsSchema = z.object({
  horizonWorkdays: z.number().int().min(1).max(60),
  maxPerDay: z.number().int().min(1).max(50),
});
const firstLimits = { horizonWorkdays: 10, maxPerDay: 6 };
const untouched = { unticked: new Set<Id>(), moved: new Map<Id, CalendarDate>() };

export const useProposalStore = create<ProposalState>(() => ({
  proposal: null,
  ...untouched,
  options: { ...(readLayout(optionsKey, limitsSchema) ?? firstLimits), persons: [] },
  isBusy: false,
  seat: null,
}));

/** Works a proposal out, anew with other options: what was ticked or moved in the last one is gone with it. */
export async function startProposal(changes: Partial<ProposalOptions> = {}): Promise<void> {
  if (useProposalStore.getState().isBusy) return;
  const options = { ...useProposalStore.getState().options, ...changes };
  const { horizonWorkdays, maxPerDay, persons } = options;
  const wish = { horizonWorkdays, maxPerDay, ...(persons.length > 0 ? { persons: [...persons] } : {}) };
  useProposalStore.setState({ options, isBusy: true });
  saveLayout(optionsKey, { horizonWorkdays, maxPerDay });
  const done = await settled(runJob(i18next.t('autoPlan.working'), (job) => client.visits.propose(wish, job)));
  useProposalStore.setState({ isBusy: false });
  if (done.ok) useProposalStore.setState({ proposal: done.value, ...untouched, seat: null });
  else sayError(done.error);
}

/** 放弃: nothing of it was written. */
export function dropProposal(): void {
  useProposalStore.setState({ proposal: null, ...untouched, seat: null });
}

export function toggleProposed(customerId: Id, isTicked?: boolean): void {
  const { unticked } = useProposalStore.getState();
  const next = new Set(unticked);
  if (isTicked ?? unticked.has(customerId)) next.delete(customerId);
  else next.add(customerId);
  useProposalStore.setState({ unticked: next });
}

export function tickAllProposed(isTicked: boolean): void {
  const { proposal } = useProposalStore.getState();
  const all = (proposal?.visits ?? []).map(({ customerId }) => customerId);
  useProposalStore.setState({ unticked: new Set(isTicked ? [] : all) });
}

/** By hand, to any day: also one off work or a full one. */
export function moveProposed(customerId: Id, on: CalendarDate): void {
  useProposalStore.setState(({ moved }) => ({ moved: new Map(moved).set(customerId, on) }));
}

/** In the order of service, on the days they were moved to. */
export function proposedEntries({
  proposal,
  unticked,
  moved,
}: Pick<ProposalState, 'proposal' | 'unticked' | 'moved'>): readonly ProposedEntry[] {
  return (proposal?.visits ?? []).map((visit) => {
    const on = moved.get(visit.customerId) ?? visit.on;
    // Where its window ends is not known here: what was late stays so unless it was moved forward.
    const isLate = visit.isLate && on >= visit.on;
    return { visit: { ...visit, on, isLate }, isTicked: !unticked.has(visit.customerId) };
  });
}

/** Plans what is ticked as one batch, and says what became of it; true: written, the proposal is gone. */
export async function acceptProposal(): Promise<boolean> {
  const state = useProposalStore.getState();
  const visits = proposedEntries(state)
    .filter(({ isTicked }) => isTicked)
    .map(({ visit: { customerId, personId, on } }) => ({ customerId, personId, on }));
  if (state.isBusy || visits.length === 0) return false;
  useProposalStore.setState({ isBusy: true });
  const { t } = i18next;
  const written = await reported(
    runJob(t('autoPlan.accepting'), (job) => client.visits.acceptProposal({ visits }, job)),
    ({ planned, leftAlone }) =>
      leftAlone === 0
        ? t('autoPlan.accepted', { count: planned, shown: countText(planned) })
        : t('autoPlan.acceptedSome', { count: leftAlone, planned: countText(planned), left: countText(leftAlone) }),
  );
  useProposalStore.setState({ isBusy: false });
  if (written === null) return false;
  // Without a batch nothing was reported: all of it was settled otherwise meanwhile.
  if (written.batchId === null) notifyDone(t('autoPlan.nothingLeft'));
  dropProposal();
  return true;
}
