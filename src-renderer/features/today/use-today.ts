import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { addDays } from '../../../src-shared/core/calendar-date.ts';
import { nextWorkday } from '../../../src-shared/visits/suggested-day.ts';
import type { DueCustomer, VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { type DoneMark, forgetDone, takenBack, useDoneMarks } from './done-marks.ts';
import { comingDays, dueBesideWarned, dueKey, planKey, rowsWithDone, type TodayRow, todayRows } from './today-rows.ts';
import { useTodayMoney } from './use-today-money.ts';

const daysAhead = 6;

/** Persons of a scope, as the queries by person want them: one's own plans and those of nobody, or everybody's. */
export function personsOf(scope: VisitScope, userId: string | null): { readonly persons?: string[] } {
  return scope === 'mine' && userId !== null ? { persons: [userId, 'none'] } : {};
}

/** The plans of today up to the next workday; the menu's badge and the page read the same. */
export function useNearPlans(scope: VisitScope) {
  const today = useToday();
  const to = nextWorkday(today, useWorkCalendar());
  const { current } = useUsers();
  return useRead(
    'visits',
    'between',
    { from: today, to, ...personsOf(scope, current?.id ?? null) },
    { enabled: current !== null, keepShowing: true },
  );
}

/** Everything the page shows, done lines of today where they stood. Lists are undefined until they are known. */
export function useTodayLists(scope: VisitScope, warnedIds: ReadonlySet<string>) {
  const today = useToday();
  const overdue = useRead('visits', 'overdue', { scope }, { keepShowing: true });
  const near = useNearPlans(scope);
  const due = useRead('visits', 'due', { scope, upTo: today }, { keepShowing: true });
  const occasions = useRead(
    'calendar',
    'occasions',
    { from: today, to: addDays(today, daysAhead), scope },
    { keepShowing: true },
  );
  const money = useTodayMoney(scope);
  const marks = useDoneMarks();
  const visitMarks = useMemo(() => marks.visits.filter((mark) => mark.on === today), [marks.visits, today]);
  const dueMarks = useMemo(() => marks.due.filter((mark) => mark.on === today), [marks.due, today]);

  useForgetTakenBack(visitMarks, overdue.data?.entries.map(planKey), overdue.dataUpdatedAt);
  useForgetTakenBack(
    visitMarks,
    near.data?.entries.filter((entry) => entry.plan.status === 'planned').map(planKey),
    near.dataUpdatedAt,
  );
  useForgetTakenBack(dueMarks, due.data?.customers.map(dueKey), due.dataUpdatedAt);

  const lists = useMemo(() => {
    const overdueMarks = visitMarks.filter((mark) => mark.entry.plan.plannedOn < today);
    const entries = near.data?.entries;
    return {
      overdue: overdue.data && rowsWithDone<VisitEntry>(overdue.data.entries, planKey, overdueMarks),
      today:
        entries &&
        todayRows(
          entries.filter((entry) => entry.plan.plannedOn === today),
          visitMarks,
        ),
      coming: entries && comingDays(entries, today),
      due: due.data && dueBesideWarned(rowsWithDone<DueCustomer>(due.data.customers, dueKey, dueMarks), warnedIds),
    };
  }, [overdue.data, near.data, due.data, visitMarks, dueMarks, today, warnedIds]);
  const dueInWarnings = lists.due?.inWarnings ?? 0;

  return {
    ...lists,
    due: lists.due?.rows,
    overdueTotal: overdue.data?.total,
    /** Of 该联系了, those who stand in 流失预警 not among them: `dueInWarnings` says how many. */
    dueTotal: due.data && due.data.total - dueInWarnings,
    dueInWarnings,
    occasions: occasions.data?.items,
    owed: money.owed.data,
    promises: money.promises.data?.promises.filter((promise) => promise.promisedOn <= today),
    mayReadMoney: money.mayRead,
    failed: failedOf({ overdue, visits: near, due, occasions, owed: money.owed, promises: money.promises }),
  };
}

export type ListedSection = 'overdue' | 'visits' | 'due' | 'occasions' | 'owed' | 'promises';

/** A list that could not be read; the others are shown all the same. */
export interface FailedSection {
  readonly error: Error;
  readonly retry: () => void;
}

type Read = Pick<UseQueryResult, 'data' | 'error' | 'refetch'>;

function failedOf(reads: Readonly<Record<ListedSection, Read>>): Readonly<Record<ListedSection, FailedSection | null>> {
  const failed = ({ data, error, refetch }: Read): FailedSection | null =>
    data === undefined && error !== null ? { error, retry: () => void refetch() } : null;
  return {
    overdue: failed(reads.overdue),
    visits: failed(reads.visits),
    due: failed(reads.due),
    occasions: failed(reads.occasions),
    owed: failed(reads.owed),
    promises: failed(reads.promises),
  };
}

export type TodayLists = ReturnType<typeof useTodayLists>;
export type VisitRow = TodayRow<VisitEntry>;
export type DueRow = TodayRow<DueCustomer>;

function useForgetTakenBack(
  marks: readonly DoneMark<unknown>[],
  openKeys: readonly string[] | undefined,
  readAtMs: number,
): void {
  useEffect(() => {
    const gone = takenBack(marks, new Set(openKeys), readAtMs);
    if (gone.size > 0) forgetDone(gone);
  }, [marks, openKeys, readAtMs]);
}
