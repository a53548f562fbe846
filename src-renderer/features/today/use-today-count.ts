import { useToday } from '../../ipc/use-book.ts';
import { useRead } from '../../ipc/use-read.ts';
import { useNearPlans } from './use-today.ts';
import { useTodayScope } from './use-today-scope.ts';

/** What is still to be done today: overdue visits and those left of today. Null until it is known. */
export function useTodayCount(): number | null {
  const { scope } = useTodayScope();
  const today = useToday();
  const overdue = useRead('visits', 'overdue', { scope }, { keepShowing: true });
  const near = useNearPlans(scope);
  if (!overdue.data || !near.data) return null;
  const left = near.data.entries.filter(({ plan }) => plan.plannedOn === today && plan.status === 'planned').length;
  return overdue.data.total + left;
}
