import { useEffect, useMemo } from 'react';
import type { AutoPlanProposal } from '../../../src-shared/visits/auto-plan-proposal.ts';
import { useBook } from '../../ipc/use-book.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { dropProposal, type ProposedEntry, proposedEntries, useProposalStore } from './proposal-store.ts';

export interface ShownProposal {
  readonly proposal: AutoPlanProposal;
  /** In the order of service, on the days they were moved to. */
  readonly entries: readonly ProposedEntry[];
  readonly ticked: number;
  readonly isBusy: boolean;
}

/** The proposal under way, or null. One made for another book or another user is dropped rather than shown. */
export function useProposal(): ShownProposal | null {
  const { proposal, unticked, moved, isBusy, seat } = useProposalStore();
  const bookId = useBook()?.bookId;
  const userId = useUsers().current?.id;
  const here = bookId && userId ? `${bookId} ${userId}` : null;
  const isOthers = seat !== null && here !== null && seat !== here;
  useEffect(() => {
    if (proposal === null || here === null) return;
    if (isOthers) dropProposal();
    else if (seat === null) useProposalStore.setState({ seat: here });
  }, [proposal, here, isOthers, seat]);
  return useMemo(() => {
    if (proposal === null || isOthers) return null;
    const entries = proposedEntries({ proposal, unticked, moved });
    return { proposal, entries, ticked: entries.filter(({ isTicked }) => isTicked).length, isBusy };
  }, [proposal, isOthers, unticked, moved, isBusy]);
}

/** Whether a proposal is being worked out or written. */
export function useProposalBusy(): boolean {
  return useProposalStore((state) => state.isBusy);
}
