import { useDeferredValue, useMemo } from 'react';
import { useToday } from '../../../ipc/use-book.ts';
import { useAgingLook } from './aging-store.ts';
import type { AgingQuestion } from './use-aging.ts';

/**
 * What the page asks for. `whole` is what bar and totals are of; `rows` is narrowed to a bucket or to what is overdue,
 * null when it is the same.
 */
export function useAgingQuestions(): { readonly whole: AgingQuestion; readonly rows: AgingQuestion | null } {
  const { asOf, ownerIds, tierIds, search: typed, bucket, onlyOverdue } = useAgingLook();
  const today = useToday();
  const search = useDeferredValue(typed.trim());
  return useMemo(() => {
    const filter = {
      search,
      ...(ownerIds.length > 0 ? { ownerIds: [...ownerIds] } : {}),
      ...(tierIds.length > 0 ? { tierIds: [...tierIds] } : {}),
    };
    const whole = { asOf: asOf ?? today, filter };
    if (bucket === null && !onlyOverdue) return { whole, rows: null };
    const narrowed = { ...filter, onlyOverdue, ...(bucket === null ? {} : { buckets: [bucket] }) };
    return { whole, rows: { asOf: asOf ?? today, filter: narrowed } };
  }, [asOf, ownerIds, tierIds, search, bucket, onlyOverdue, today]);
}
