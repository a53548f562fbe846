import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { TierMethodInput, TierMethodKind } from '../../../src-shared/tiers/segmentation-contract.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useMethodStore } from './method-store.ts';

export interface TriedMethod {
  readonly method: TierMethodInput;
  readonly asOf: CalendarDate;
  readonly isToday: boolean;
  /** Differs from what is saved of it. */
  readonly isChanged: boolean;
  /** The one the book is graded by; null: none was chosen yet. */
  readonly current: TierMethodKind | null;
  /** The month whose proposal waits; null: none. */
  readonly proposalOf: CalendarDate | null;
}

/** The method on screen: what is saved, as changed here. Null while it is read. */
export function useMethod(): TriedMethod | null {
  const today = useToday();
  const saved = useRead('segmentation', 'methods', {}, { keepShowing: true }).data;
  const { kind: chosen, drafts, asOf } = useMethodStore();
  if (!saved) return null;
  const kind = chosen ?? saved.current ?? 'thresholds';
  const kept = saved.methods.find(({ method }) => method.kind === kind)?.method;
  if (!kept) return null;
  const method = drafts[kind] ?? kept;
  return {
    method,
    asOf: asOf ?? today,
    isToday: asOf === null || asOf === today,
    isChanged: JSON.stringify(method) !== JSON.stringify(kept),
    current: saved.current,
    proposalOf: saved.proposalOf,
  };
}
