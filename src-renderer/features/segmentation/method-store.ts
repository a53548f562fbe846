import { create } from 'zustand';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { TierMethodInput, TierMethodKind } from '../../../src-shared/tiers/segmentation-contract.ts';

/** What is being tried; nothing of it is in the book. Kept while the app runs, so that a look at a customer loses nothing. */
interface MethodState {
  /** Null: the book's, else thresholds. */
  readonly kind: TierMethodKind | null;
  /** As changed since they were saved. */
  readonly drafts: Readonly<Partial<Record<TierMethodKind, TierMethodInput>>>;
  /** Null: today. */
  readonly asOf: CalendarDate | null;
  /** Customers that keep their tier this time. */
  readonly exceptIds: ReadonlySet<Id>;
}

const start: MethodState = { kind: null, drafts: {}, asOf: null, exceptIds: new Set() };

export const useMethodStore = create<MethodState>(() => start);

export function chooseMethod(kind: TierMethodKind): void {
  useMethodStore.setState({ kind });
}

export function tryMethod(method: TierMethodInput): void {
  useMethodStore.setState(({ drafts }) => ({ kind: method.kind, drafts: { ...drafts, [method.kind]: method } }));
}

/** Back to what is saved of this method. */
export function dropDraft(kind: TierMethodKind): void {
  useMethodStore.setState(({ drafts }) => {
    const { [kind]: _dropped, ...rest } = drafts;
    return { drafts: rest, exceptIds: new Set() };
  });
}

export function lookAsOf(asOf: CalendarDate | null): void {
  useMethodStore.setState({ asOf });
}

export function tickCustomer(id: Id, isTicked: boolean): void {
  useMethodStore.setState(({ exceptIds }) => {
    const next = new Set(exceptIds);
    if (isTicked) next.delete(id);
    else next.add(id);
    return { exceptIds: next };
  });
}

export function tickAll(): void {
  useMethodStore.setState({ exceptIds: new Set() });
}

/** For tests. */
export function resetMethodStore(): void {
  useMethodStore.setState(start, true);
}
