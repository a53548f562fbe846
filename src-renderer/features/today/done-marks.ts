import { create } from 'zustand';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { DueCustomer, VisitEntry } from '../../../src-shared/visits/visit-entry.ts';

/** A line that was done in this session: it stays, struck through, until midnight. */
export interface DoneMark<E> {
  readonly key: string;
  readonly entry: E;
  /** How many lines stood above it in its section. */
  readonly place: number;
  readonly note: string;
  /** What 撤销 takes back. */
  readonly batchId: string | null;
  /** The day it was done on. */
  readonly on: CalendarDate;
  /** Milliseconds since 1970: a list read later says whether it was taken back. */
  readonly atMs: number;
}

interface DoneState {
  readonly visits: readonly DoneMark<VisitEntry>[];
  readonly due: readonly DoneMark<DueCustomer>[];
}

/** In memory only: what is done is in the book; here is only where it stood and what takes it back. */
export const useDoneMarks = create<DoneState>(() => ({ visits: [], due: [] }));

function withMark<E>(marks: readonly DoneMark<E>[], mark: DoneMark<E>): readonly DoneMark<E>[] {
  return [...marks.filter((other) => other.key !== mark.key && other.on === mark.on), mark];
}

export function markVisitDone(mark: DoneMark<VisitEntry>): void {
  useDoneMarks.setState((state) => ({ visits: withMark(state.visits, mark) }));
}

export function markDueDone(mark: DoneMark<DueCustomer>): void {
  useDoneMarks.setState((state) => ({ due: withMark(state.due, mark) }));
}

export function forgetDone(keys: ReadonlySet<string>): void {
  useDoneMarks.setState((state) => ({
    visits: state.visits.filter((mark) => !keys.has(mark.key)),
    due: state.due.filter((mark) => !keys.has(mark.key)),
  }));
}

/** Another book: its customers are not these. */
export function forgetAllDone(): void {
  useDoneMarks.setState({ visits: [], due: [] });
}

/** Marks whose line is open again in a list that was read after they were made: somebody took them back. */
export function takenBack(
  marks: readonly DoneMark<unknown>[],
  openKeys: ReadonlySet<string>,
  readAtMs: number,
): ReadonlySet<string> {
  return new Set(marks.filter((mark) => mark.atMs < readAtMs && openKeys.has(mark.key)).map((mark) => mark.key));
}
