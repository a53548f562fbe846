import { useEffect, useMemo } from 'react';
import { addDays } from '../../../src-shared/core/calendar-date.ts';
import type { DueCustomer, VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { VisitScope } from '../../../src-shared/visits/visits-contract.ts';
import { useToday } from '../../ipc/use-book.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { type DoneMark, forgetDone, takenBack, useDoneMarks } from './done-marks.ts';
import { dueKey, planKey, rowsWithDone, type TodayRow, todayRows } from './today-rows.ts';

const daysAhead = 6;

/** Persons of a scope, as the queries by person want them: one's own plans and those of nobody, or everybody's. */
export function personsOf(scope: VisitScope, userId: string | null): { readonly persons?: string[] } {
  return scope === 'mine' && userId !== null ? { persons: [userId, 'none'] } : {};
}

/** The plans of today and tomorrow; the menu's badge and the page read the same. */
export function useNearPlans(scope: VisitScope) {
  const today = useToday();
  const { current } = useUsers();
  return useRead(
    'visits',
    'between',
    { from: today, to: addDays(today, 1), ...personsOf(scope, current?.id ?? null) },
    { enabled: current !== null, keepShowing: true },
  );
}

/** Everything the page shows, done lines of today where they stood. Lists are undefined until they are known. */
export function useTodayLists(scope: VisitScope) {
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
      tomorrow: entries?.filter((entry) => entry.plan.plannedOn > today && entry.plan.status === 'planned'),
      due: due.data && rowsWithDone<DueCustomer>(due.data.customers, dueKey, dueMarks),
    };
  }, [overdue.data, near.data, due.data, visitMarks, dueMarks, today]);

  return {
    ...lists,
    overdueTotal: overdue.data?.total,
    dueTotal: due.data?.total,
    occasions: occasions.data?.items,
    failed: [overdue, near, due, occasions].find((read) => read.data === undefined && read.error !== null) ?? null,
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
